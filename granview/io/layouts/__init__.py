"""Layouts of data sets: one file each, which registers an instance by ``LAYOUTS.register(name)(…)``."""
