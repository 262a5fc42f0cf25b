"""Asked before sign-in where this machine alone does not open its data."""
