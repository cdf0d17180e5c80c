"""The acts that change how results are shown, with their keys."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.view_state import Mode, TextDifference, ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import SampleKindView, kind_view, kind_views
from granview.gui.widgets.action_set import ActionSet

_OPACITY_STEP: Final = 0.1
_DIGITS: Final = 9
_SHOWN: Final = {"show_reference": "reference", "show_picture": "picture", "show_navigator": "navigator"}
"""Switches by what they switch."""


class ViewCommands(QObject):
    """Adds the view's acts to the action set, and keeps switches and view in step."""

    def __init__(
        self,
        model: ComparisonModel,
        view: ViewState,
        viewports: Viewports,
        actions: ActionSet,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._viewports = viewports
        self._viewport = viewports.get(Viewport)
        self._texts = viewports.get(TextViewport)
        self._actions = actions
        self._modes = self._add_modes()
        self._add_overlay_acts()
        self._add_motions()
        self._add_text_acts()
        self._add_steps()
        self._tips = {name: actions[name].toolTip() for view in kind_views() for name in view.acts}
        model.samples.current_changed.connect(self._on_kind_changed)
        self._on_kind_changed()
        view.changed.connect(self._on_view_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        self._on_view_changed("mode")
        for name in _SHOWN:
            self._on_view_changed(name)
        self._on_view_changed("text_difference")

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

    def _add_overlay_acts(self) -> None:
        tr = self.tr
        self._actions.add_switch("outline", tr("&Outline only"), self._set_outline, ("O",), "outline")
        self._actions.add_switch("reference", tr("Show &reference"), self._set_reference, ("T",), "reference")
        words = tr("Times and devices stay over the pictures while the pointer rests elsewhere")
        self._actions.add_switch("keep-heads", tr("&Keep details over pictures"), self._keep_heads, (), "", words)
        words = tr("Show the picture alone beside what is said of it")
        self._actions.add_switch("picture", tr("Show plain &picture"), self._set_picture, ("P",), "image", words)
        words = tr("The whole picture in small while a part of it is out of view")
        self._actions.add_switch("navigator", tr("&Navigator"), self._set_navigator, ("Shift+N",), "", words)
        self._actions.add("opacity-less", tr("Predictions less opaque"), lambda: self._fade(-_OPACITY_STEP), ("[",))
        self._actions.add("opacity-more", tr("Predictions more opaque"), lambda: self._fade(_OPACITY_STEP), ("]",))

    def _add_motions(self) -> None:
        tr, add = self.tr, self._actions.add
        add("fit", tr("&Fit"), self._fit, ("F",), "fit", tr("Show all of the picture; texts in their usual size"))
        add("actual-size", tr("Actual &size (1:1)"), self._viewport.actual_size, ("Shift+F",))
        words = tr("Show what lies at the cursor px for px, at the same place in every lane")
        self._actions.add_switch("loupe", tr("&Loupe"), self._viewport.set_loupe, ("M",), "search", words)
        add("zoom-in", tr("Zoom &in"), lambda: self._zoom(1), ("+", "="))
        add("zoom-out", tr("Zoom o&ut"), lambda: self._zoom(-1), ("-",))

    def _add_text_acts(self) -> None:
        tr, actions = self.tr, self._actions
        words = tr("Differences of &words")
        actions.add_switch("text-difference", words, lambda _: self._toggle_text_difference(), ("X",), "difference")
        actions.add_switch("confidence", tr("Shade by &confidence"), self._set_shades, ("C",))
        actions.add("find", tr("&Find in texts…"), self._texts.find, ("Ctrl+F",), "search")
        actions.add("find-next", tr("Find &next"), partial(self._texts.step, 1), ("F3",))
        actions.add("find-previous", tr("Find pre&vious"), partial(self._texts.step, -1), ("Shift+F3",))

    def _add_steps(self) -> None:
        step = self._model.samples.step
        self._actions.add("previous", self.tr("&Previous sample"), lambda: step(-1), ("A", "Left"), "previous")
        self._actions.add("next", self.tr("&Next sample"), lambda: step(1), ("D", "Right"), "next")

    def _toggle(self, mode: Mode) -> None:
        self._set_mode(Mode.SIDE_BY_SIDE if self._view.mode == mode else mode)

    def _set_mode(self, mode: Mode) -> None:
        self._view.mode = mode
        self._on_view_changed("mode")

    def _toggle_text_difference(self) -> None:
        """Mark, or do not mark, which words differ in texts that lanes write."""
        is_on = self._view.text_difference is not TextDifference.OFF
        self._view.text_difference = TextDifference.OFF if is_on else TextDifference.REFERENCE
        self._on_view_changed("text_difference")

    def _kind(self) -> SampleKindView:
        """The kind of the sample that is shown; while there is none, the first of all kinds."""
        sample = self._model.samples.current
        return kind_views()[0] if sample is None else kind_view(sample.kind)

    def _fit(self) -> None:
        self._kind().fit(self._viewports)

    def _zoom(self, steps: int) -> None:
        self._kind().zoom(self._viewports, steps)

    def _on_kind_changed(self) -> None:
        """Acts that mean nothing for what is shown cannot be done, and say why."""
        shown = self._kind()
        for view in kind_views():
            usable = view.name == shown.name
            for name in view.acts:
                self._actions[name].setEnabled(usable)
                tip = self._tips[name]
                self._actions[name].setToolTip(tip if usable else f"{tip}: {view.of_this_kind()}")
        self._on_view_changed("mode")

    def _show_nth(self, n: int) -> None:
        sample = self._model.samples.current
        lanes = self._model.lanes.all() if sample is None else self._model.lanes_of(sample)
        names = [lane.name for lane in lanes]
        if n <= len(names):
            self.show_alone(names[n - 1])

    def _set_outline(self, on: bool) -> None:
        self._view.outline_only = on

    def _set_reference(self, on: bool) -> None:
        self._view.show_reference = on

    def _keep_heads(self, on: bool) -> None:
        self._view.keep_heads = on

    def _set_picture(self, on: bool) -> None:
        self._view.show_picture = on

    def _set_navigator(self, on: bool) -> None:
        self._view.show_navigator = on

    def _set_shades(self, on: bool) -> None:
        self._view.shade_confidence = on

    def _fade(self, by: float) -> None:
        self._view.opacity = self._view.opacity + by

    def _on_view_changed(self, name: str) -> None:
        if name == "mode":
            shown = self._view.mode if self._view.mode in self._kind().modes else Mode.SIDE_BY_SIDE
            for mode, action in self._modes.items():
                self._actions[action].setChecked(shown == mode)
        elif name == "text_difference":
            self._actions["text-difference"].setChecked(self._view.text_difference is not TextDifference.OFF)
        elif name == "shade_confidence":
            self._actions["confidence"].setChecked(self._view.shade_confidence)
        elif name == "outline_only":
            self._actions["outline"].setChecked(self._view.outline_only)
        elif name == "keep_heads":
            self._actions["keep-heads"].setChecked(self._view.keep_heads)
        elif name in _SHOWN:
            self._actions[_SHOWN[name]].setChecked(getattr(self._view, name))

    def _on_lanes_changed(self) -> None:
        names = self._model.lanes.names()
        known = (*names, REFERENCE_KEY)
        for attribute in ("pinned", "solo", "left", "right"):
            if getattr(self._view, attribute) not in (None, *known):
                setattr(self._view, attribute, None)
