"""Painting of pictures and of laid out text, of no type of prediction."""
