"""The kinds of samples, one file each."""
