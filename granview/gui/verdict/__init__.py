"""The verdict panel: what the comparison comes to, in words, and where each of them can be looked at."""
