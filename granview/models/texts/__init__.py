"""Adapters of models for texts: tokens, windows, and what their heads say."""
