"""A plug-in of GranView: one small example of each thing that can be added, in folders that mirror ``granview``."""
