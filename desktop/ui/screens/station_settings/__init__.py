"""The station's settings: what is printed as issuing authority, when an uncollected permit is called for."""
