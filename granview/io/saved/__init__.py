"""Predictions that another program has saved: listed, matched to samples, read one by one."""
