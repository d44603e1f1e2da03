"""The map of a view as a picture or a slide."""
