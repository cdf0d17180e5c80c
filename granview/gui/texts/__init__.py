"""The text half of the grid: cells in which what models say about a text is shown on the text itself."""
