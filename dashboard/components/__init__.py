"""Pieces of pages as pure functions of data and view."""
