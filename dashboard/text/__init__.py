"""Words that pages and files share, as plain text."""
