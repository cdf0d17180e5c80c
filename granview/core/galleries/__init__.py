"""The sample galleries that come with the program, one file each."""
