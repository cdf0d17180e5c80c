"""The panel *Notes*."""
