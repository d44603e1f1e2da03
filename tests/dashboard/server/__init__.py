"""The server, on the toy world."""
