"""Labelled points in pictures: a plug-in of GranView, whose folders mirror those of ``granview``."""
