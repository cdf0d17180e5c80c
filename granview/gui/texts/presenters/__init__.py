"""One file per type of prediction: how it is shown on its text."""
