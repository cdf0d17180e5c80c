"""ONE FILE PER RECIPE: what is known of it without a model."""
