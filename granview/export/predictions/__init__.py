"""What predictions become in files and on pages: one file for each type."""
