"""Marks what is looked at: the unit in focus, or else the sample that is shown."""

from msgspec.structs import replace
from PySide6.QtCore import QObject

from granview.core.mark import MarkKind, UnitId, UnitMark
from granview.gui.model.focus import Focus
from granview.gui.model.sample_list import SampleList
from granview.gui.session.session_marks import SessionMarks
from granview.gui.session.unit_shower import UnitShower


class Marker(QObject):
    """What acts and buttons mark with."""

    def __init__(
        self, focus: Focus, samples: SampleList, shower: UnitShower, marks: SessionMarks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._focus = focus
        self._samples = samples
        self._shower = shower
        self._marks = marks
        self._asked: tuple[UnitId, MarkKind] | None = None
        shower.located.connect(self._on_located)

    @property
    def target(self) -> UnitId | None:
        """What would be marked; None where nothing is shown."""
        unit, sample = self._focus.unit, self._samples.current
        if unit is not None and (sample is None or sample.name == unit.sample):
            return UnitId(unit.sample, unit.task, unit.place)
        return None if sample is None else UnitId(sample.name)

    @property
    def mark(self) -> UnitMark | None:
        """The mark that it has."""
        target = self.target
        return None if target is None else self._marks.of(target)

    def toggle(self, kind: MarkKind) -> None:
        """Mark it so; once more removes the mark. A unit whose place is not known yet is marked once it is."""
        target, before = self.target, self.mark
        self._asked = None
        if target is None:
            return
        if before is not None and before.mark == kind:
            self._marks.remove(target)
            return
        made = self._new(target, kind) if before is None else replace(before, mark=kind)
        if made is not None:
            self._marks.put(made)
        else:
            self._asked = target, kind

    def _on_located(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None and asked[0] == self.target and self.mark is None and self._shower.extent is not None:
            self.toggle(asked[1])

    def note(self, words: str) -> None:
        """Write why beside the mark; nothing without one."""
        before = self.mark
        if before is not None:
            self._marks.put(replace(before, note=words.strip()))

    def _new(self, target: UnitId, kind: MarkKind) -> UnitMark | None:
        if target.is_sample:
            return UnitMark(target, kind)
        extent = self._shower.extent
        return None if extent is None or not extent.kind else UnitMark(target, kind, "", extent.kind, extent.grain)
