"""What each panel says while there is nothing to show yet: in one line, what it will show."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.model.comparison import ComparisonModel

translate = QCoreApplication.translate

_OF_RESULTS: Final = frozenset({"cost", "grain", "metrics", "verdict"})
"""Panels that have nothing to show before a lane has said something."""


def panel_line(panel: str, model: ComparisonModel) -> str:
    """The line of a panel, by the panel's name; empty once it has what it shows, and for panels that need none."""
    line = _lines().get(panel, "")
    if not len(model.samples) or not line:
        return line
    if model.has_results or not len(model.lanes) or panel not in _OF_RESULTS:
        return ""
    return f"{line}\n{translate('PanelLines', 'It comes with the first results.')}"


def _lines() -> dict[str, str]:
    return {
        "calibration": translate("PanelLines", "How often each model is right when it says that it is sure."),
        "contact-sheet": translate("PanelLines", "Many pictures side by side, with what a model says of each."),
        "cost": translate("PanelLines", "A dot for each model: its quality against time, memory or price."),
        "disagreement": translate("PanelLines", "Where two models differ, and which of them is right."),
        "grain": translate("PanelLines", "How well each model does on small things and on large ones."),
        "inputs": translate("PanelLines", "Your pictures and texts, in a list."),
        "metrics": translate("PanelLines", "A row for each model: how good it is, and what it costs."),
        "prompts": translate("PanelLines", "Clicks and words that a model is asked about, as SAM is."),
        "variants": translate("PanelLines", "What a model keeps when it is made smaller, and what that saves."),
        "verdict": translate("PanelLines", "Which model is enough, and where a larger one is needed."),
    }
