"""Tables made from a session: plain rows, without pixels, for files and panels alike. Safe to run on any thread."""
