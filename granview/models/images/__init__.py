"""Adapters of models for images, and their output as label maps."""
