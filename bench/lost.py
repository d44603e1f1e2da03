"""What the clients that Locust runs and those who read its statistics both name."""

from __future__ import annotations

AGAIN = ", asked again"
"""How the second try of a kind of request is named."""
LOST = "LOST "
"""How a line begins that says why something broke."""
