"""Plain data that every layer speaks: samples, lanes, predictions, units, messages; imports nothing above it."""
