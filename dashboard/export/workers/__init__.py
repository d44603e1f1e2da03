"""Who makes the files: processes of this server, or Celery workers on Redis."""
