"""The contact sheet: many samples of one lane, or of the reference or a difference, as a grid of small pictures."""
