"""One class per duty of the desk; each owns its transaction and returns frozen rows."""
