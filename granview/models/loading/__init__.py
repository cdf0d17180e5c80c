"""From a source to loaded weights: hub, folders, torchvision, state dicts."""
