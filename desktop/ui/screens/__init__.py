"""One folder a duty: the view builds widgets, the presenter holds the state."""
