"""Pages of texts: what lanes said about a text, side by side, as HTML and, drawn by a process that knows Qt, as PNG."""
