"""ONE FILE PER RECIPE: what it does to a network."""
