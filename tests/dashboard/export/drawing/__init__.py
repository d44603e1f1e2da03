"""What slides and pictures are drawn with."""
