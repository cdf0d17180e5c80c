"""Networks that another library exported to a file, and what becomes of their input and output."""
