"""Files in: images, references, folders; and one decoder with one limit."""
