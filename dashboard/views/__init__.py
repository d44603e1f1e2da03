"""What each view is and how its address reads: one typed model a view."""
