"""Speed and size, each beside what a user would pick instead or the bare limit."""
