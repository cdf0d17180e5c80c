"""The guide, from the window: which page is about what has the focus, and how it is opened without a network."""
