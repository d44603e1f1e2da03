"""Paper, typeface and native shapes: what every drawn file is made with."""
