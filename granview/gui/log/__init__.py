"""The log panel: what happened, and how far every lane is."""
