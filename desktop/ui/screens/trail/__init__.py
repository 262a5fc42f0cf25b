"""Reading the trail and checking it, for the audit administrator."""
