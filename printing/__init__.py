"""Documents in, PDF bytes out: what the counter prints, and nothing of how the counter works."""
