"""The types of predictions, one file each: what a lane says about a sample, and how that travels and is stored."""
