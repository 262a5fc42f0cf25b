"""Correcting what is known of a person: proposed on a form, decided on a page by somebody else."""
