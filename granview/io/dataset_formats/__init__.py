"""The formats of data sets of texts, one file each."""
