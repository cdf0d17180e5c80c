"""What scoring knows of a type of prediction, one file each."""
