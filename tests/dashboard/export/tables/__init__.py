"""Every table that can be taken away, its rows worked by hand on the toy world (`tests.dashboard.toy`)."""
