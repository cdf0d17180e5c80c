"""Training of the text models: tokenizers, batches, the loop, and the folders that come out."""
