"""What the user did and can take back: a list of deeds, and one file for each kind of them."""
