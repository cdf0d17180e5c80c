"""What samples are on pages: one file for each kind."""
