"""Files made from a session: tables, masks in the field's own format, comparison pages."""
