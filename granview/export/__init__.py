"""What leaves the program: CSVs, prediction files, comparison pictures."""
