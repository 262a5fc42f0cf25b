"""How long personal data is kept, and deleting what has been kept long enough."""
