"""How the window shows predictions about texts, one file a type, named after it."""
