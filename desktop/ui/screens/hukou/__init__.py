"""The assessment of a hukou transfer: the facts at the left, every route with its findings at the right."""
