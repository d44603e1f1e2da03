"""Words that pages and files share."""
