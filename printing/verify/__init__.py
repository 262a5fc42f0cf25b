"""Checking a paper from a scan, a photo, a PDF or the text of its code; `python -m printing.verify`."""
