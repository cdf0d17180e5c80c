"""What this plug-in adds to ``granview.tasks``."""
