"""A server with the test job's exports alone, for gunicorn to run: ``gunicorn tests.dashboard.export.server:server``."""

from __future__ import annotations

from flask import Flask

from dashboard.export.routes import add_exports
from dashboard.export.workers.pool import PoolRunner
from dashboard.settings import ExportSettings
from tests.dashboard.export.jobs import job

server = Flask("exports")
add_exports(server, PoolRunner(ExportSettings.from_environment(), job))
