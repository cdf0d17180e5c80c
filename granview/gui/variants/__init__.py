"""The panel of variants, and its table, made from a session off the window's thread."""
