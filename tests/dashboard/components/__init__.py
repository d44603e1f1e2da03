"""The components, on the toy world."""
