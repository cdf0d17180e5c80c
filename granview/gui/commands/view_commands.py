"""The acts that change how results are shown, with their keys."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.commands.actions import ActionSet
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.model.viewport import Viewport

_OPACITY_STEP: Final = 0.1
_DIGITS: Final = 9


class ViewCommands(QObject):
    """Adds the view's acts to the action set, and keeps switches and view in step."""

    def __init__(
        self,
        model: ComparisonModel,
        view: ViewState,
        viewport: Viewport,
        actions: ActionSet,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._actions = actions
        self._modes = self._add_modes()
        self._add_looks()
        self._add_motions(viewport)
        self._add_steps()
        view.changed.connect(self._on_view_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        self._on_view_changed("mode")
        self._on_view_changed("show_reference")

    def show_alone(self, key: str) -> None:
        """Show one lane alone; the same again shows all."""
        if self._view.mode == Mode.SOLO and self._view.solo == key:
            self._view.mode = Mode.SIDE_BY_SIDE
        else:
            self._view.solo = key
            self._view.mode = Mode.SOLO

    def toggle_pin(self, name: str) -> None:
        """Compare the others with this lane, or with none."""
        self._view.pinned = None if self._view.pinned == name else name

    def _add_modes(self) -> dict[Mode, str]:
        add = self._actions.add_switch
        tr = self.tr
        add("mode-all", tr("&Side by side"), lambda _: self._set_mode(Mode.SIDE_BY_SIDE), ("0",), "side-by-side")
        add("mode-swipe", tr("S&wipe"), lambda _: self._toggle(Mode.SWIPE), ("S",), "swipe")
        add("mode-blink", tr("&Blink"), lambda _: self._toggle(Mode.BLINK), ("B",), "blink")
        add("mode-difference", tr("&Difference"), lambda _: self._toggle(Mode.DIFFERENCE), ("X",), "difference")
        add("mode-solo", tr("One lane a&lone"), lambda _: self._toggle(Mode.SOLO), ("L",), "solo")
        for digit in range(1, _DIGITS + 1):
            text = tr("Lane {n} alone").format(n=digit)
            self._actions.add(f"solo-{digit}", text, partial(self._show_nth, digit), (str(digit),))
        return {
            Mode.SIDE_BY_SIDE: "mode-all",
            Mode.SWIPE: "mode-swipe",
            Mode.BLINK: "mode-blink",
            Mode.DIFFERENCE: "mode-difference",
            Mode.SOLO: "mode-solo",
        }

    def _add_looks(self) -> None:
        tr = self.tr
        self._actions.add_switch("outline", tr("&Outline only"), self._set_outline, ("O",), "outline")
        self._actions.add_switch("reference", tr("Show &reference"), self._set_reference, ("T",), "reference")
        self._actions.add("opacity-less", tr("Masks more transparent"), lambda: self._fade(-_OPACITY_STEP), ("[",))
        self._actions.add("opacity-more", tr("Masks more opaque"), lambda: self._fade(_OPACITY_STEP), ("]",))

    def _add_motions(self, viewport: Viewport) -> None:
        tr = self.tr
        self._actions.add("fit", tr("&Fit"), viewport.fit, ("F",), "fit")
        self._actions.add("actual-size", tr("Actual &size (1:1)"), viewport.actual_size, ("Shift+F",))
        self._actions.add("zoom-in", tr("Zoom &in"), lambda: viewport.zoom_by(1.25), ("+", "="))
        self._actions.add("zoom-out", tr("Zoom o&ut"), lambda: viewport.zoom_by(0.8), ("-",))

    def _add_steps(self) -> None:
        step = self._model.samples.step
        self._actions.add("previous", self.tr("&Previous sample"), lambda: step(-1), ("A", "Left"), "previous")
        self._actions.add("next", self.tr("&Next sample"), lambda: step(1), ("D", "Right"), "next")

    def _toggle(self, mode: Mode) -> None:
        self._set_mode(Mode.SIDE_BY_SIDE if self._view.mode == mode else mode)

    def _set_mode(self, mode: Mode) -> None:
        self._view.mode = mode
        self._on_view_changed("mode")

    def _show_nth(self, n: int) -> None:
        names = self._model.lanes.names()
        if n <= len(names):
            self.show_alone(names[n - 1])

    def _set_outline(self, on: bool) -> None:
        self._view.outline_only = on

    def _set_reference(self, on: bool) -> None:
        self._view.show_reference = on

    def _fade(self, by: float) -> None:
        self._view.opacity = self._view.opacity + by

    def _on_view_changed(self, name: str) -> None:
        if name == "mode":
            for mode, action in self._modes.items():
                self._actions[action].setChecked(self._view.mode == mode)
        elif name == "outline_only":
            self._actions["outline"].setChecked(self._view.outline_only)
        elif name == "show_reference":
            self._actions["reference"].setChecked(self._view.show_reference)

    def _on_lanes_changed(self) -> None:
        names = self._model.lanes.names()
        known = (*names, REFERENCE_KEY)
        for attribute in ("pinned", "solo", "left", "right"):
            if getattr(self._view, attribute) not in (None, *known):
                setattr(self._view, attribute, None)
