"""How gunicorn serves the dashboard: it reads this file wherever it is started in this folder, as ``make serve`` does."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
workers = 2
# A file that is made keeps a thread waiting (EXPORT_WAITING): there are more threads than that.
threads = 8
# Longer than a proxy in front keeps its connections, and than a reader looks at a page: a connection that closes while a
# question is on its way costs the reader an error.
keepalive = 75
limit_request_line = 8190
# After SIGTERM a file that is being made is still delivered: it may wait as long for its turn as it may take.
graceful_timeout = 2 * int(os.environ.get("EXPORT_SECONDS") or 60) + 5
# Heartbeats are written to this folder many times a second; on a disk they could wait for it.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
loglevel = "warning"
