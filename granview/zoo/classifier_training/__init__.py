"""Training of the zoo's classifiers: recipes, crops, loop, measurement and the folders that it writes."""
