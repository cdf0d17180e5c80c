"""Shows a ``Table``: numbers right-aligned in digits of one width, the best bold, differences beneath."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from granview.gui.style.lane_colors import lane_color
from granview.gui.style.lane_mark import paint_lane_mark
from granview.gui.style.stylesheet import tabular
from granview.gui.style.theme import Theme
from granview.gui.widgets.table import Table, TableCell, TableRow
from granview.gui.widgets.table_menu import Folders, TableMenu
from granview.gui.widgets.table_order import UNSORTED, TableOrder
from granview.gui.widgets.text_preview import as_tip

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NO_PARENT: Final = QModelIndex()
_MARGIN: Final = 9
_ONE_LINE: Final = 26
_TWO_LINES: Final = 42
_COMPACT: Final = 4
"""What a row of one line has besides its letters, where rows must be low."""

_LETTERS: Final = 17
"""The height of letters that the other heights are made for."""

_MIN_COLUMN: Final = 60
_LONG_TITLE: Final = 7
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _tip(words: str) -> str:
    """Words as a tool tip that is broken into lines; none where there is nothing to say."""
    return as_tip(words) if words else ""


def _head_tip(row: TableRow) -> str:
    """What stands at the head of a row, whole."""
    return _tip("\n".join(words for words in (row.title, row.detail) if words))


class TableItems(QAbstractTableModel):
    """A ``Table`` as Qt's item model; column 0 holds the row heads."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table("")
        self.order = UNSORTED
        self.is_compact = False

    def show(self, table: Table) -> None:
        """Show another table."""
        same = [c.title for c in table.columns] == [c.title for c in self.table.columns]
        if same and len(table.rows) == len(self.table.rows) and table.rows:
            self.table = table
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.columns)))
            return
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def head_of(self, title: str) -> str:
        """A column's head as it is shown: in one line where rows are, too."""
        marked = title + self.order.mark(title)
        return marked if self.is_compact else _wrapped(marked)

    def open_head_height(self, metrics: QFontMetrics) -> int:
        """What the heads need where long ones stand on two lines, in px."""
        lines = max((_wrapped(column.title).count("\n") + 1 for column in self.table.columns), default=1)
        return lines * metrics.lineSpacing() + _MARGIN

    def head_height(self, metrics: QFontMetrics) -> int:
        """What the heads need now, in px."""
        return metrics.lineSpacing() + _MARGIN if self.is_compact else self.open_head_height(metrics)

    def _spoken(self, column: int, cell: TableCell) -> str:
        """A cell in words: of what it is the value, and that it is the best, which the eye sees by bold digits."""
        best = self.tr("best") if cell.is_best else ""
        named = f"{self.table.columns[column].title}: {cell.text}"
        return ", ".join(part for part in (named, cell.detail, best) if part)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Rows of the table."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Columns of the table, and the heads."""
        return 0 if parent.isValid() else len(self.table.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tip, and the cell or row itself to paint."""
        row = self.table.rows[index.row()]
        thing: TableRow | TableCell = row if index.column() == 0 else row.cells[index.column() - 1]
        if role == CELL_ROLE:
            return thing
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.title if isinstance(thing, TableRow) else thing.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return thing.title if isinstance(thing, TableRow) else self._spoken(index.column() - 1, thing)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _head_tip(thing) if isinstance(thing, TableRow) else _tip(thing.tip)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles and their tips."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.table.columns[section - 1] if section else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.corner if column is None else self.head_of(column.title)
        if role == Qt.ItemDataRole.ToolTipRole and column is not None:
            return _tip(column.tip)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not None:
            return _RIGHT
        return None


class TableView(QTableView):
    """A quiet table. Ctrl+C copies it with tabs between the cells; a right-click copies it otherwise, or saves it.

    Args:
        theme: The colours.
        folders: Where tables were saved last.
    """

    columns_changed = Signal()
    """Other columns are in view."""

    def __init__(self, theme: Theme, folders: Folders | None = None) -> None:
        super().__init__()
        self._unsorted = Table("")
        self._sorts = self._hides = False
        self._chosen: frozenset[str] | None = None
        self._items = TableItems()
        self._delegate = _CellDelegate(theme)
        self._places: dict[str, int] = {}
        self._widths: dict[int, int] = {}
        self.menu = TableMenu(self, lambda: self.table, folders)
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._items.table

    def show_table(self, table: Table, places: dict[str, int]) -> None:
        """Show a table; ``places`` says which colour each lane has."""
        self._delegate.places = places
        self._unsorted = table
        self._items.show(self._in_order())
        self._fit_columns()
        self._fit_rows()

    def let_sort(self) -> None:
        """Have a click on a head order the rows by its column, which stays so when other values come."""
        self._sorts = True
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_head_clicked)

    def let_hide(self) -> None:
        """Show as many columns as fit whole, the first ones; or those that are chosen, however wide they are."""
        self._hides = True

    def choose_columns(self, titles: frozenset[str] | None) -> None:
        """Show these columns, whether or not they fit; None: as many as fit."""
        self._chosen = titles
        self._show_columns()

    @property
    def chosen_columns(self) -> frozenset[str] | None:
        """Those that were chosen; None where as many are shown as fit."""
        return self._chosen

    def shown_columns(self) -> list[str]:
        """Titles of the columns in view, from the left."""
        return [each.title for at, each in enumerate(self.table.columns, 1) if not self.isColumnHidden(at)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have every row in view where they can be, and no number cut at the edge."""
        super().resizeEvent(event)
        self._fit_rows()
        self._show_columns()

    def _fit_rows(self) -> None:
        """Two lines a row where all rows have room for that, else one, in which what stands below stands before."""
        header, n = self.horizontalHeader(), max(len(self.table.rows), 1)
        line = self.fontMetrics().height()
        high = (_TWO_LINES if self.table.has_details else _ONE_LINE) - _LETTERS + line
        room = self.viewport().height() + header.height()
        is_compact = n * high + self._items.open_head_height(header.fontMetrics()) > room
        if is_compact != self._delegate.is_compact:
            self._delegate.is_compact = self._items.is_compact = is_compact
            self._items.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._items.columnCount() - 1)
            self._fit_columns()
        header.setFixedHeight(self._items.head_height(header.fontMetrics()))
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(line + _COMPACT if is_compact else high)

    def _show_columns(self) -> None:
        if not self._hides:
            return
        header = self.horizontalHeader()
        room = self.viewport().width() - header.sectionSize(0)
        for place, column in enumerate(self.table.columns, 1):
            room -= self._widths.get(place, 0)
            fits = room >= 0 if self._chosen is None else column.title in self._chosen
            self.setColumnHidden(place, not (fits or (place == 1 and self._chosen is None)))
        self.columns_changed.emit()

    def show_order(self, order: TableOrder) -> None:
        """Say at a head in which order the rows stand; a table that sorts puts them in it."""
        self._items.order = order
        self._items.show(self._in_order())
        self._items.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._items.columnCount() - 1)
        self._fit_columns()

    def _in_order(self) -> Table:
        return self._items.order.of(self._unsorted) if self._sorts else self._unsorted

    def _on_head_clicked(self, section: int) -> None:
        title = self.table.columns[section - 1].title if section else None
        self.show_order(self._items.order.clicked(title))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_text(self.table))
        else:
            super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        if self._items.columnCount() == 0:
            return
        metrics = QFontMetrics(self.font())
        bold = QFont(self.font())
        bold.setBold(True)
        strong, small = QFontMetrics(tabular(bold)), QFontMetrics(_small(tabular(self.font())))
        table, is_compact = self.table, self._delegate.is_compact
        heads = max(
            (
                max(metrics.horizontalAdvance(row.title), 0 if is_compact else small.horizontalAdvance(row.detail))
                for row in table.rows
            ),
            default=60,
        )
        header.resizeSection(0, min(max(heads + 2 * _MARGIN + 18, 110), 240))
        for place, column in enumerate(table.columns):
            widths = [strong.horizontalAdvance(row.cells[place].text) for row in table.rows]
            details = [small.horizontalAdvance(row.cells[place].detail) for row in table.rows]
            title = self._items.head_of(column.title)
            head = max(metrics.horizontalAdvance(line) for line in title.split("\n"))
            if is_compact:
                both = (text + _MARGIN + detail for text, detail in zip(widths, details, strict=True) if detail)
                width = max([head, *widths, *both]) + 2 * _MARGIN
            else:
                width = max([head, *widths, *details]) + 2 * _MARGIN
            self._widths[place + 1] = max(width, _MIN_COLUMN)
            header.resizeSection(place + 1, self._widths[place + 1])
        self._show_columns()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.places: dict[str, int] = {}
        self.is_compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_MIN_COLUMN, _ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        thing = index.data(CELL_ROLE)
        area = QRect(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        if isinstance(thing, TableRow):
            self._paint_head(painter, area, thing, option.font)
        elif isinstance(thing, TableCell):
            self._paint_cell(painter, area, thing, option.font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, row: TableRow, font: QFont) -> None:
        if row.lane in self.places:
            color = lane_color(self.theme, self.places[row.lane])
            paint_lane_mark(painter, color, QPointF(area.left() + 4, area.center().y() + 1), 4)
            area = area.adjusted(16, 0, 0, 0)
        painter.setFont(font)
        text = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideMiddle, area.width())
        detail = QFontMetrics(_small(font)).elidedText(row.detail, Qt.TextElideMode.ElideRight, area.width())
        self._paint_lines(painter, area, text, detail, QColor(self.theme.muted), Qt.AlignmentFlag.AlignLeft)

    def _paint_cell(self, painter: QPainter, area: QRect, cell: TableCell, font: QFont) -> None:
        digits = tabular(font)
        digits.setBold(cell.is_best)
        painter.setFont(digits)
        tone = QColor(getattr(self.theme, cell.tone.value))
        self._paint_lines(painter, area, cell.text, cell.detail, tone, Qt.AlignmentFlag.AlignRight,
                          is_quiet=cell.value is None)  # fmt: skip

    def _paint_lines(
        self, painter: QPainter, area: QRect, text: str, detail: str, tone: QColor, side: Qt.AlignmentFlag,
        is_quiet: bool = False,
    ) -> None:  # fmt: skip
        if self.is_compact:
            self._paint_line(painter, area, text, detail, tone, side, is_quiet)
            return
        upper = area.adjusted(0, 0, 0, -area.height() // 2 + 2) if detail else area
        low = Qt.AlignmentFlag.AlignBottom if detail else Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.theme.muted if is_quiet else self.theme.text))
        painter.drawText(upper, side | low, text)
        if detail:
            painter.setFont(_small(painter.font()))
            painter.setPen(tone)
            painter.drawText(area.adjusted(0, area.height() // 2 + 1, 0, 0), side | Qt.AlignmentFlag.AlignTop, detail)

    def _paint_line(
        self, painter: QPainter, area: QRect, text: str, detail: str, tone: QColor, side: Qt.AlignmentFlag,
        is_quiet: bool,
    ) -> None:  # fmt: skip
        """All in one line: of a value what it is compared with stands before it; of a row's head the tip says more."""
        painter.setPen(QColor(self.theme.muted if is_quiet else self.theme.text))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
        if detail and side == Qt.AlignmentFlag.AlignRight:
            before = area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - _MARGIN, 0)
            painter.setFont(_small(painter.font()))
            painter.setPen(tone)
            painter.drawText(before, side | Qt.AlignmentFlag.AlignVCenter, detail)


def _small(font: QFont) -> QFont:
    """The font of the second line."""
    result = QFont(font)
    result.setBold(False)
    result.setPointSizeF(font.pointSizeF() * 0.85)
    return result


def _wrapped(title: str) -> str:
    """A title of two words on two lines, which leaves room for more columns."""
    return title.replace(" ", "\n", 1) if len(title) > _LONG_TITLE else title


def as_text(table: Table) -> str:
    """The table with tabs between cells and a line per row."""
    lines = [[table.corner, *(column.title for column in table.columns)]]
    lines += [[row.title, *(cell.text for cell in row.cells)] for row in table.rows]
    return "\n".join("\t".join(line) for line in lines)
