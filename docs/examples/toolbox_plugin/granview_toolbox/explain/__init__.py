"""What this plug-in adds to ``granview.explain``."""
