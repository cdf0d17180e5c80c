"""What scoring knows of the plug-in's type of prediction."""
