"""The briefing pack of a body."""
