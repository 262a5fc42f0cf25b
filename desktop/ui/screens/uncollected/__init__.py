"""Permits that nobody has come for."""
