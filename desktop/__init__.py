"""The residence counter: a desktop program for the service windows of a police station."""
