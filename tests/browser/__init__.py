"""Journeys through the real pages in a real browser: every one of them marked `browser`."""
