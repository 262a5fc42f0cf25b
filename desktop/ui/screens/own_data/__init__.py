"""What is stored of a person, and their right to have it deleted."""
