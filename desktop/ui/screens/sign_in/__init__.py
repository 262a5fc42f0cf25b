"""Signing in at a counter of the station."""
