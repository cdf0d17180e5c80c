"""What pixels say against a reference: confusion, regions, boundaries. Arrays in, arrays out."""
