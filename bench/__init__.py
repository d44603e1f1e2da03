"""How quick and how small the dashboard is, beside its targets and the usual way: ``python -m bench [names]``."""
