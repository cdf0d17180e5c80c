"""The figures of a report as vector drawings."""
