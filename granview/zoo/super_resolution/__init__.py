"""Networks that enlarge pictures, and the folders that hold them."""
