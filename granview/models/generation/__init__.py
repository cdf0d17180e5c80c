"""Models that write: adapters, their settings, and the text as it comes token by token."""
