"""Arrangements of the panels for a purpose: looking, measuring, explaining, writing up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.gui.panel import DockSide

translate = QCoreApplication.translate

FIRST_PRESET: Final = "look"


@dataclass(frozen=True)
class Preset:
    """One arrangement, as it is until the user changes it.

    Attributes:
        name: By which it is remembered.
        key: Chooses it.
        icon: Stands for it.
        hidden: Panels that are not shown.
        sides: Panels that stand at another side than usual.
        front: Panels in front of those that they share tabs with.
        right_share: Width of the panels on the right, of the window's; 0: as usual.
        bottom_share: Height of the results at the bottom, of the window's.
        folds: Whether the results are folded to their headline; None: in a low window.
    """

    name: str
    key: str
    icon: str
    hidden: frozenset[str] = frozenset()
    sides: Mapping[str, DockSide] = field(default_factory=lambda: MappingProxyType({}))
    front: tuple[str, ...] = ()
    right_share: float = 0.0
    bottom_share: float = 0.275
    folds: bool | None = None


_RIGHT_TOOLS: Final = frozenset({"inspect", "explain", "prompts"})

PRESETS: Final = {
    preset.name: preset
    for preset in (
        Preset(FIRST_PRESET, "Alt+1", "eye"),
        Preset("measure", "Alt+2", "chart", hidden=_RIGHT_TOOLS, bottom_share=0.45, folds=False),
        Preset("explain", "Alt+3", "explain", front=("explain",), folds=True),
        Preset(
            "write",
            "Alt+4",
            "edit",
            hidden=_RIGHT_TOOLS,
            sides=MappingProxyType({"verdict": DockSide.RIGHT}),
            front=("metrics",),
            right_share=0.36,
            bottom_share=0.34,
            folds=False,
        ),
    )
}


def preset_titles() -> dict[str, tuple[str, str]]:
    """By name, what a preset is called, and what it is for."""
    return {
        "look": (
            translate("Presets", "Look"),
            translate("Presets", "Inputs, pictures or texts, and how to look at them"),
        ),
        "measure": (translate("Presets", "Measure"), translate("Presets", "Tables and plots have the room")),
        "explain": (translate("Presets", "Explain"), translate("Presets", "What models attend to, beside large cells")),
        "write": (translate("Presets", "Write"), translate("Presets", "The verdict to read and copy, with its tables")),
    }
