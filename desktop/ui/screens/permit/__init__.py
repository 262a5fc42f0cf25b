"""An issued permit: how it stands, what happened to it, and everything that can be done with it."""
