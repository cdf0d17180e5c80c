"""What values of tables of saved predictions say, each type of prediction in a file of its own."""
