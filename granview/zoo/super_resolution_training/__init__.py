"""Training of the networks that enlarge pictures: pictures, recipes, loop and measurement."""
