"""What is explained of the plug-in's adapters."""
