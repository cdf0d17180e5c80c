"""Plots; the modules here import pyqtgraph, and are themselves imported when a plot is first shown."""
