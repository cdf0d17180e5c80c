"""The kinds of samples in the process of a lane, one file each."""
