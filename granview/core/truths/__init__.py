"""The types of ground truth, one file each."""
