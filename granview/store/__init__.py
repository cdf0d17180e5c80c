"""The session file: one SQLite database per comparison, written the moment a result arrives."""
