"""The keys that papers are signed with, and what is given out for checking them."""
