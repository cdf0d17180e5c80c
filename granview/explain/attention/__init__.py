"""The attention tap: a network's own forward pass, besides which the attention weights asked for are computed."""
