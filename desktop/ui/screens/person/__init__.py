"""The person's page: who, where, since when, and what can be done now."""
