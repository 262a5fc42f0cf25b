"""The lock over the screen."""
