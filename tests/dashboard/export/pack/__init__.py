"""Briefing packs and places\x27 pages, worked by hand on the toy world."""
