"""What models that are prompted are asked to outline."""
