"""Boundaries and figures as data, worked by hand on the toy world."""
