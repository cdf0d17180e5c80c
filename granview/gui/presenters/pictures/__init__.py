"""What the window makes of predictions about pictures, one file a type, beginning with its name."""
