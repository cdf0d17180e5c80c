"""Where lanes differ: the queue of units, and what their errors have in common."""
