"""The samples as Qt's item model: filtered and sorted by itself, so that 10,000 stay quick."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from granview.core.sample import Sample
from granview.gui.inputs.sample_list_view import ROW_ROLE, SampleRow
from granview.gui.inputs.sample_order import Rank
from granview.gui.inputs.sample_rows import RowsByKind, SampleRows
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Row
from granview.gui.model.task_titles import passed_over
from granview.gui.sample_kind_view import kind_view
from granview.gui.session.session_marks import SessionMarks
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_MOST_MARKS: Final = 4


class SampleItems(QAbstractListModel):
    """One item per listed sample."""

    def __init__(
        self,
        model: ComparisonModel,
        rows: RowsByKind,
        theme: Theme,
        marks: SessionMarks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self._model = model
        self._rows = rows
        self._theme = theme
        self._listed: list[Sample] = []
        self._place_of_path: dict[str, int] = {}
        self._place: dict[str, int] = {}
        self._ranks: Mapping[str, Rank] = {}

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many samples are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the tool tip, and the ``SampleRow`` to paint."""
        if not index.isValid():
            return None
        sample = self._listed[index.row()]
        if role == ROW_ROLE:
            return self._row(sample)
        if role == Qt.ItemDataRole.DisplayRole:
            return sample.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(sample)
        return self._tip(sample) if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, samples: Sequence[Sample], ranks: Mapping[str, Rank]) -> None:
        """List these samples, in this order; a list that has the same ones, or more at its end, does not jump."""
        self._ranks = ranks
        before, after = [sample.name for sample in self._listed], [sample.name for sample in samples]
        if before == after[: len(before)] and before:
            self._listed[:] = samples[: len(before)]
            self._append(samples[len(before) :])
            self.refresh()
            return
        self.beginResetModel()
        self._listed = []
        self._place, self._place_of_path = {}, {}
        self._take(samples)
        self.endResetModel()

    def _append(self, samples: Sequence[Sample]) -> None:
        if samples:
            first = len(self._listed)
            self.beginInsertRows(QModelIndex(), first, first + len(samples) - 1)
            self._take(samples)
            self.endInsertRows()

    def _take(self, samples: Sequence[Sample]) -> None:
        for place, sample in enumerate(samples, len(self._listed)):
            self._place[sample.name] = self._place_of_path[sample.path] = place
        self._listed.extend(samples)

    def name(self, index: Index) -> str:
        """Name of the sample at an index."""
        return self._listed[index.row()].name

    def index_of(self, name: str) -> QModelIndex:
        """Index of a sample; invalid when it is not listed."""
        place = self._place.get(name)
        return QModelIndex() if place is None else self.index(place)

    def refresh_path(self, path: str) -> None:
        """Paint the row of this file again."""
        place = self._place_of_path.get(path)
        if place is not None:
            self.dataChanged.emit(self.index(place), self.index(place))

    def refresh(self) -> None:
        """Paint all rows that are in view again."""
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.refresh()

    def _row(self, sample: Sample) -> SampleRow:
        rows = self._rows.of(sample)
        title, error, thumbnail = rows.title(sample), rows.error(sample), rows.thumbnail(sample)
        parts = (kind_view(part.kind).part_in_words(part) for part in sample.parts)
        state = passed_over(sample, self._model.lanes.all()) or self._text(sample, rows)
        text = error or " · ".join(filter(None, (sample.name if title else "", *parts, state)))
        icon = "" if rows.has_thumbnails else kind_view(sample.kind).icon
        return SampleRow(title or sample.name, text, bool(error), thumbnail, self._dots(sample), icon)

    def _text(self, sample: Sample, rows: SampleRows) -> str:
        rank = self._ranks.get(sample.name, Rank())
        n_marks = len(self._marks.in_sample(sample.name))
        parts = [] if rank.score is None else [f"{rank.score:.2f}"]
        if rank.disagreement is not None:
            parts.append(self.tr("{percent} %").format(percent=f"{rank.disagreement * 100:.0f}"))
        if n_marks:
            sign = "⚑" if n_marks == 1 else f"⚑{n_marks}"
            parts[:1] = [f"{sign} {parts[0]}" if parts else sign]
        if not parts and sample.reference is not None:
            parts.append(self.tr("reference"))
        return " · ".join(parts) or rows.note(sample)

    def _spoken(self, sample: Sample) -> str:
        """The row in words, with the lanes that failed, which the eye sees by their crosses."""
        row, words = self._row(sample), self.tr("{lane} failed")
        lanes = self._model.lanes_of(sample)
        failed = [lane.name for lane in lanes if _state(self._model.row(sample.name, lane.name)) == "failed"]
        return ", ".join(filter(None, (row.title, row.text, *(words.format(lane=name) for name in failed))))

    def _dots(self, sample: Sample) -> tuple[tuple[str, str], ...]:
        lanes = self._model.lanes_of(sample)
        return tuple(
            (lane_color(self._theme, lane.place), _state(self._model.row(sample.name, lane.name))) for lane in lanes
        )

    def _tip(self, sample: Sample) -> str:
        lines = [sample.path or self.tr("Typed: {name}").format(name=sample.name)]
        if sample.record is not None:
            lines.append(sample.filename)
        for reference in sample.references:
            if reference.path != sample.path:
                lines.append(self.tr("Reference: {path}").format(path=reference.path or self.tr("typed")))
        lines.extend(self._mark_words(sample.name))
        lines.extend(self._rank_words(self._ranks.get(sample.name, Rank())))
        lines.extend(filter(None, [passed_over(sample, self._model.lanes.all())]))
        for lane in self._model.lanes.names():
            row = self._model.row(sample.name, lane)
            if row is not None and not row.ok:
                lines.append(f"{lane}: {row.error} {row.hint}".strip())
        rows = self._rows.of(sample)
        parts = [f"{part.role}: {kind_view(part.kind).part_in_words(part)}" for part in sample.parts]
        return as_tip("\n".join([*rows.tip(sample), *parts, *lines, *filter(None, [rows.error(sample)])]))

    def _mark_words(self, name: str) -> list[str]:
        """What people have marked in a sample."""
        marks = self._marks.in_sample(name)
        words = [": ".join(filter(None, (mark.mark, mark.note))) for mark in marks[:_MOST_MARKS]]
        more = len(marks) - _MOST_MARKS
        return [*(f"⚑ {each}" for each in words), *([self.tr("{n} more marks").format(n=more)] if more > 0 else [])]

    def _rank_words(self, rank: Rank) -> list[str]:
        """What the numbers of a row mean."""
        score, part = rank.score, rank.disagreement
        return [
            *([] if score is None else [self.tr("Score: {score}").format(score=f"{score:.2f}")]),
            *([] if part is None else [self.tr("Lanes differ in {n} %").format(n=f"{part * 100:.0f}")]),
        ]


def _state(row: Row | None) -> str:
    if row is None:
        return ""
    if not row.ok:
        return "failed"
    return "stale" if row.stale else "ok"
