"""Run the dashboard: ``python app.py``, or ``gunicorn app:server``."""

from __future__ import annotations

import os
import sys

# The matrices of overlaps are small: threads inside the linear algebra only get in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A process that makes exports reads this file again under that name; it needs no pages.
if __name__ != "__mp_main__":
    from dashboard.server.application import create_app
    from dashboard.server.log import write_log
    from dashboard.server.static import NotBuiltError
    from dashboard.settings import SettingError, Settings
    from layers import TableError

    write_log()
    try:
        settings = Settings.from_environment()
        app = create_app(settings.debug)
    except TableError as problem:
        sys.exit(f"The data package can't be used. {problem}")
    except (SettingError, NotBuiltError) as problem:
        sys.exit(str(problem))
    server = app.server

if __name__ == "__main__":
    server.run(settings.host, settings.port, debug=settings.debug, threaded=True)
