"""The kinds of samples as files, one file each."""
