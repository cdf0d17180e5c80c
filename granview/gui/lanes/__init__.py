"""The lanes: the grid of linked cells in the middle of the window, and the strip of lanes in the toolbar."""
