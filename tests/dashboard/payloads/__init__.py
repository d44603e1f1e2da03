"""What the scripts are sent, worked by hand on the toy world."""
