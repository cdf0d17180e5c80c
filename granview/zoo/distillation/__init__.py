"""Distillation: a small model is trained once more, and heeds a larger one of its family besides the references."""
