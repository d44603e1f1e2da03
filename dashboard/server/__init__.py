"""The web server round the pages: application, files, headers, health."""
