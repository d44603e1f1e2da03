"""One place, a district or a county: what covers it and with whom, where lines don't match, what stands there, what changed.

A county (``E10...``) is the union of its districts, and a district an area of one. Rates are never averaged over
them: a county's figure is the range of its districts', and only counts are added.
"""
