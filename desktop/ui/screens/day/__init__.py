"""The day: its cases as they come, and its end."""
