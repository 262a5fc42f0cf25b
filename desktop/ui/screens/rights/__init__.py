"""Who may do what at this station, and what the security administrator takes away."""
