"""What is known of each task without its scoring, one file each."""
