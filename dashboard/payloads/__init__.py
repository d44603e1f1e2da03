"""What the scripts of a page are sent: ids, numbers and words, never geometry."""
