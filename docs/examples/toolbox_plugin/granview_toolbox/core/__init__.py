"""What this plug-in adds to ``granview.core``."""
