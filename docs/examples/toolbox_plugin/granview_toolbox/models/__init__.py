"""What this plug-in adds to ``granview.models``."""
