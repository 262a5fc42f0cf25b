"""The desk: what the one box found, and the day at a glance while nothing is asked."""
