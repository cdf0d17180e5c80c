"""Why the detectors say what they say."""
