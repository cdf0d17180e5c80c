"""What runs in a lane's own process, and in the decoder's: loads, decodes, runs, scores. Nothing imports it; it is started by name."""
