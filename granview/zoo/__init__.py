"""The embedded models: architectures, procedural scenes and texts, training; imported by the worker alone."""
