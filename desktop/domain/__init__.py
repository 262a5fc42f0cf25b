"""What the law and the desk know: plain Python, no clock, no database, no screen."""
