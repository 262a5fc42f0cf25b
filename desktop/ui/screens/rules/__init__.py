"""The rules in force at a place on a day, to be read."""
