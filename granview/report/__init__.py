"""Tables of a session: rows per sample and lane, per lane, per unit. One source for panels, CSVs and the API."""
