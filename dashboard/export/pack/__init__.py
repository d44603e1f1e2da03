"""Briefing packs: slides and A4 pages from one content."""
