"""Handing permits over to their holders."""
