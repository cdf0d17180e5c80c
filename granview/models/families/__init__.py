"""One file per family of models; each registers itself, and is found by scanning this package."""
