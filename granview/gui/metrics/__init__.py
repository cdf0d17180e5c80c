"""The metrics panel and its tables, made from a session off the window's thread."""
