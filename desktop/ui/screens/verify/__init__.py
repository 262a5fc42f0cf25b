"""Checking a paper that somebody brings: scanned, photographed, or as a file."""
