"""Which pictures the guide has, and what is done to the window for each; a new one is a function and a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.helpers.shell import Bench

PANEL_PX: Final = QSize(860, 420)
THEMES: Final = ("light", "dark")
MOST_BYTES: Final = 200_000
SAMPLE: Final = "cells-01"
"""What pictures of the gallery of images show."""

IMAGES: Final = ("resources/gallery", ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small"))
TEXTS: Final = ("resources/gallery-text/entities.jsonl", ("zoo:ner-nano", "zoo:ner-base"))
Comparison = tuple[str, tuple[str, ...]]
"""What is compared: an input of the checkout, and models of the zoo."""


@dataclass(frozen=True)
class Shot:
    """A picture.

    Attributes:
        comparison: Which session the window has open.
        show: Brings what is to be seen to the front; returns the widget that is taken.
    """

    comparison: Comparison
    show: Callable[[Bench], QWidget]


def whole_window(bench: Bench) -> QWidget:
    """Lanes side by side, metrics, and the score by grain."""
    act(bench, "mode-all")
    bench.work.window.docks.show_panel("metrics")
    bench.work.window.docks.show_panel("grain")
    return bench.work.window


def difference(bench: Bench) -> QWidget:
    """Where only one of two lanes is right."""
    act(bench, "mode-difference")
    bench.work.window.docks.show_panel("inspect")
    return bench.work.window


def verdict(bench: Bench) -> QWidget:
    """What the comparison comes to: the panel alone, large enough to be read."""
    bench.work.window.docks.show_panel("verdict")
    panel = bench.work.window.docks.panels["verdict"]
    panel.resize(PANEL_PX)
    return panel


def disagreement(bench: Bench) -> QWidget:
    """The units on which two lanes differ."""
    act(bench, "mode-all")
    bench.work.window.docks.show_panel("disagreement")
    return bench.work.window


def add_models(bench: Bench) -> QWidget:
    """The dialog in which lanes are added."""
    bench.work.window.actions_by_name["add-lanes"].trigger()
    bench.until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def texts(bench: Bench) -> QWidget:
    """Entities of a text, in two lanes."""
    return bench.work.window


SHOTS: Final[dict[str, Shot]] = {
    "window": Shot(IMAGES, whole_window),
    "difference": Shot(IMAGES, difference),
    "verdict": Shot(IMAGES, verdict),
    "disagreement": Shot(IMAGES, disagreement),
    "add-models": Shot(IMAGES, add_models),
    "texts": Shot(TEXTS, texts),
}
"""Each picture by its name: ``docs/pictures/NAME-light.png`` and ``NAME-dark.png``."""


def act(bench: Bench, name: str) -> None:
    """Do an act of the menus, unless it is a switch that is on already."""
    action = bench.work.window.actions_by_name[name]
    if not action.isChecked():
        action.trigger()
