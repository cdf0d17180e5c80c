"""Procedural crops of a surface, each with one defect of a known kind, reproducible from a seed."""
