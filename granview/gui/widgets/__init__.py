"""Small widgets that several parts of the window use; they know no model."""
