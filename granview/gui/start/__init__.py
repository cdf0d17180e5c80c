"""What stands in the window's centre while there is nothing to look at yet."""
