"""From local to station: this window's database into the station's server."""
