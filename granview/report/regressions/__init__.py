"""Two sessions of the same samples: what has become worse, beyond chance and beyond a margin."""
