"""Work off the window's thread, and the bridges that bring its answers back."""
