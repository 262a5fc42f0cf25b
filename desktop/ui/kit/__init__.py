"""The pieces every screen is built from."""
