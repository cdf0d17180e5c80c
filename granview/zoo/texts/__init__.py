"""Procedural English with exact references, in pure Python: sentiment, entities, and requests for expressions."""
