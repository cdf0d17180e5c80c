"""What this plug-in adds to ``granview.io.reference_formats``."""
