"""Names of classes that a label set may lack."""

from granview.core.labels import LabelSet


def class_name(labels: LabelSet, index: int) -> str:
    """Name of a class; the index itself where the label set has no such class."""
    return labels.names[index] if index < len(labels) else str(index)
