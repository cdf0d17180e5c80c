"""Painting: pictures and predictions as layers of a cell. One painter per prediction type."""
