"""What lanes say about texts, as the blocks of a page: one file for each type of prediction."""
