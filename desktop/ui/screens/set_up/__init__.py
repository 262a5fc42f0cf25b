"""Setting up a station on the first run."""
