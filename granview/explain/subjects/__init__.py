"""What is explained of an adapter and a sample, one file for each sort of adapters."""
