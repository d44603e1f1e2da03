"""From numbers to plain English."""
