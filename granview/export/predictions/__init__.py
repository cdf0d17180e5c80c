"""What lanes said, as files in the field's own formats."""
