"""Who may sign in: the administrator's list of accounts."""
