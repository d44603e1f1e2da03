"""The map as a file, worked by hand on the toy world."""
