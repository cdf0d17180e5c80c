"""The formats of saved predictions, one file each."""
