"""What tables, plots and lists say, made from a session off the window's thread."""
