"""Data sets of texts: one reader per format, each giving rows; and what becomes of a row."""
