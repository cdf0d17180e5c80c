"""Where tokens stand: cells of an image, or spans of a text."""
