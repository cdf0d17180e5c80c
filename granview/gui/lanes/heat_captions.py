"""What a cell's head says of the answer that it shows: which layer and head, and the end of its own scale."""

from PySide6.QtCore import QCoreApplication

from granview.core.labels import LabelSet
from granview.gui.paint.heat import Heat
from granview.gui.paint.overlay_style import class_name

translate = QCoreApplication.translate


def heat_caption(heat: Heat | None, labels: LabelSet | None) -> str:
    """Such as ``image layer 4 · head 2 · 0 to 0.12``; the scale only where each lane has its own.

    Args:
        heat: The answer; nothing is said of None.
        labels: The lane's classes, by which the class that is explained is named; None: it is not named.
    """
    if heat is None:
        return ""
    explanation = heat.explanation
    parts = [
        translate("Heat", "{stack} layer {n}").format(stack=explanation.stack, n=explanation.layer + 1).strip()
        if explanation.layer is not None
        else "",
        translate("Heat", "head {n}").format(n=explanation.head + 1) if explanation.head is not None else "",
        class_name(labels, explanation.target) if labels is not None and explanation.target is not None else "",
        "" if heat.shared else scale_caption(heat),
    ]
    return " · ".join(filter(None, parts))


def scale_caption(heat: Heat) -> str:
    """Both ends of the scale, such as ``0 to 0.12``."""
    low = f"{-heat.top:.3g}" if heat.signed else "0"
    return translate("Heat", "{low} to {high}").format(low=low, high=f"{heat.top:.3g}")
