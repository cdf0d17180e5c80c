"""ONE FILE PER FORMAT of files that are a model by themselves."""
