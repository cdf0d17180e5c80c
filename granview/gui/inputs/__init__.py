"""The inputs panel: the samples as a list, their previews, their order, and where a text is typed."""
