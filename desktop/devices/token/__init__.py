"""Keys that one carries and that prove who signs in; each kind of token is a file here."""
