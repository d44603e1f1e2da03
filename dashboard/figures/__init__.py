"""Figures as pure functions of data and view."""
