"""What runs in the process of a lane, and in the decoder's. Nothing imports it; it is started by name."""
