"""Training of the zoo: recipes, data, loss, loop, checkpoints and the folders that it writes."""
