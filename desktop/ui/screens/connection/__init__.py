"""The way to the station's server."""
