"""Boundaries and tables as data."""
