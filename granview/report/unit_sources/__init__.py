"""Sources of columns of units, a file each; see ``granview.report.unit_source``."""
