"""Views: every one survives its address, and nothing written there breaks a page."""
