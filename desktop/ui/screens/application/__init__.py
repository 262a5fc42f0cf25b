"""Applying for a residence permit (申领居住证)."""
