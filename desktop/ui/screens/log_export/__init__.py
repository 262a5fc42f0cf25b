"""The export of the log for a span of days."""
