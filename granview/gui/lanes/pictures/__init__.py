"""Cells of pictures: canvas, scenes of each mode, and what paints one cell."""
