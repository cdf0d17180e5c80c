"""ONE FILE PER KIND OF SOURCE that is no path."""
