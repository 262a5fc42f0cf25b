"""What was done without the station's server: the queue, and what of it needs a look."""
