"""Which panels stand where: presets, what the user made of them, the results folded away, all panels hidden."""
