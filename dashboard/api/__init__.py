"""The public JSON and CSV API under ``/api/v1/``, documented by OpenAPI at ``/api/v1/openapi.json``."""

from dashboard.api.service import add_api

__all__ = ["add_api"]
