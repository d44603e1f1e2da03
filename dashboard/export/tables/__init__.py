"""Every table of the product as a `Sheet`: a module a page, a maker a table; `registry` lists them."""
