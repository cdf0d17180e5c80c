"""Cells of texts: layout, marks, search, and the views that are linked character by character."""
