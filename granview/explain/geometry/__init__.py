"""Where tokens stand: cells of an image, or stretches of a text."""
