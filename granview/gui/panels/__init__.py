"""Dock panels: one file each, registered by a decorator."""
