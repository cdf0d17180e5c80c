"""How lanes are set beside or over each other: one file per mode."""
