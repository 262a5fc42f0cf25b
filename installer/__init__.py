"""Everything that happens before the program starts: set-up, the lock file, the English screen."""
