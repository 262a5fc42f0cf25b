"""What is to be done: the start of the day, and every open case with its legal clock."""
