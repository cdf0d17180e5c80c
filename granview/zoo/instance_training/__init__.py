"""Training and measuring the zoo's detectors, with boxes and with masks."""
