"""What is plugged into a counter."""
