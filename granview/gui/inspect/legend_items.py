"""The class legend as Qt's item model: swatch, switch, name, and how much each cell gives to the class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from granview.gui.model.shown_class import ShownClass
from granview.gui.style.lane_mark import lane_mark_pixmap
from granview.gui.widgets.number_format import NO_VALUE, count_in_short

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_MAX_SWATCHES: Final = 512
_EDGE_PX, _MARK_PX = 16, 4.5

Measure = Literal["share", "probability", "count"]


@dataclass(frozen=True)
class LegendColumn:
    """A cell as the legend's head shows it.

    Attributes:
        title: Its name.
        color: Of its dot.
        shares: By class name: part of the pixels, or probability, 0 to 1, or a count; None while it is not known.
        measure: Which of these.
    """

    title: str
    color: str
    shares: Mapping[str, float] | None
    measure: Measure = "share"


class LegendItems(QAbstractTableModel):
    """Classes by cells.

    Attributes:
        whole: Whether shares are whole percents, for want of room; tool tips say them whole.
    """

    switched = Signal(str, bool)
    """A class's name, and whether it is to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._classes: Sequence[ShownClass] = ()
        self._columns: Sequence[LegendColumn] = ()
        self._hidden: frozenset[str] = frozenset()
        self._can_hide = True
        self.whole = False

    def show(
        self,
        classes: Sequence[ShownClass],
        columns: Sequence[LegendColumn],
        hidden: frozenset[str],
        *,
        can_hide: bool = True,
    ) -> None:
        """List these; with a switch for each class where classes can be hidden."""
        reset = (len(classes), len(columns)) != (len(self._classes), len(self._columns))
        if reset:
            self.beginResetModel()
        self._classes, self._columns, self._hidden, self._can_hide = classes, columns, hidden, can_hide
        if reset:
            self.endResetModel()
        elif classes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(classes) - 1, len(columns)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns))

    def name(self, row: int) -> str | None:
        """Name of the class in a row."""
        return self._classes[row].name if 0 <= row < len(self._classes) else None

    def names(self) -> list[str]:
        """Names of the classes."""
        return [entry.name for entry in self._classes]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many classes."""
        return 0 if parent.isValid() else len(self._classes)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """The names, and a column per cell."""
        return 0 if parent.isValid() else len(self._columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The names can be switched on and off, where classes can be hidden."""
        is_switch = self._can_hide and index.column() == 0
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsUserCheckable if is_switch else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, swatch and switch, or the share."""
        entry = self._classes[index.row()]
        if index.column() == 0:
            return self._name_data(entry, role)
        column = self._columns[index.column() - 1]
        share = None if column.shares is None else column.shares.get(entry.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.amount(index.row(), index.column(), self.whole)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and share is not None:
            amount = f"{share:.0f}" if column.measure == "count" else f"{share * 100:.3f} %"
            return f"{column.title}: {amount}"
        return None

    def amount(self, row: int, column: int, whole: bool) -> str:
        """What a cell gives to a class, with one decimal or as whole percents; empty while nothing is known."""
        shown = self._columns[column - 1]
        if shown.shares is None:
            return ""
        return _short(shown.shares.get(self._classes[row].name), shown.measure, 0 if whole else 1)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a class to be drawn or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_hide:
            return False
        self.switched.emit(self._classes[index.row()].name, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The lane's mark; its name as tool tip, and for who hears the window."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section == 0:
            return self.tr("Class") if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section - 1]
        tips = {
            "share": self.tr("Part of the picture, in %, as {name} sees it"),
            "probability": self.tr("Probability, in %, that {name} gives it"),
            "count": self.tr("How many of them {name} finds"),
        }
        return {
            int(Qt.ItemDataRole.DecorationRole): lane_mark_pixmap(column.color, _EDGE_PX, _MARK_PX),
            int(Qt.ItemDataRole.TextAlignmentRole): Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            int(Qt.ItemDataRole.ToolTipRole): tips[column.measure].format(name=column.title),
            int(Qt.ItemDataRole.AccessibleTextRole): column.title,
        }.get(int(role))

    def _name_data(self, entry: ShownClass, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.name
        if role == Qt.ItemDataRole.DecorationRole:
            return _swatch(entry.color, entry.name not in self._hidden)
        if role == Qt.ItemDataRole.CheckStateRole and self._can_hide:
            return Qt.CheckState.Unchecked if entry.name in self._hidden else Qt.CheckState.Checked
        return None


def _short(share: float | None, measure: Measure, decimals: Literal[0, 1]) -> str:
    if share is None:
        return NO_VALUE
    if measure == "count":
        return count_in_short(share)
    if share == 0:
        return "0"
    least = "<.1" if decimals else "<1"
    return least if share < 10.0 ** (-2 - decimals) else f"{share * 100:.{decimals}f}" if share < 0.995 else "100"


@lru_cache(_MAX_SWATCHES)
def _swatch(color: tuple[int, int, int], is_on: bool) -> QPixmap:
    """A square in the class's colour: filled while the class is drawn, a frame while it is not."""
    picture, painter = _canvas()
    painter.setPen(QPen(QColor(*color) if not is_on else QColor(127, 127, 127, 110), 1.4))
    painter.setBrush(QColor(*color) if is_on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3.5, 3.5)
    painter.end()
    return picture


def _canvas() -> tuple[QPixmap, QPainter]:
    """A transparent picture of 16 px, at twice that for screens that have so many, and a painter on it."""
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter
