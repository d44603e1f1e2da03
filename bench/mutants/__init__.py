"""Do the tests bite? Small faults are put into a copy of the code, one at a time, and the tests are asked to notice."""
