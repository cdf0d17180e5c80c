"""The formats of ground truth, one file each."""
