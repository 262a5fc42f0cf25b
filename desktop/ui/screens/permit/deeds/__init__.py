"""What can be done with a permit."""
