"""Whether the lanes' probabilities are what they say."""
