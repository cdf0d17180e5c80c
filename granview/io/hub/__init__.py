"""The Hugging Face hub as every process may know it: what a model's files are, what a search finds, why it refuses."""
