"""The embedded models: architectures, procedural scenes and training; imported by the worker alone."""
