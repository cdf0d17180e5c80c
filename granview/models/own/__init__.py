"""Models of one's own: a class in a Python file, as a lane."""
