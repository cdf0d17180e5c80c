"""A report as PDF, on A4."""
