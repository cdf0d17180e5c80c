"""Which splits and sorts of references of a data set are taken, and which classes it has."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from granview.gui.dialogs.check_list import CheckList, Line
from granview.gui.dialogs.dialog_page import heading, words_label
from granview.gui.widgets.text_preview import as_tip
from granview.io.data_set import DataSet, DataSetChoice

_LISTED: Final = 12


class DataSetChoicesColumn(QWidget):
    """A list of splits, a list of sorts of references, and the classes; what there is none of is not shown.

    Attributes:
        splits: Which are taken.
        references: Which sorts are taken.
        classes: Their names, the first of them where there are many.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.splits = CheckList(self.tr("Splits"))
        self.references = CheckList(self.tr("References"))
        self.classes = words_label()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._headings: dict[QWidget, QWidget] = {}
        for title, widget in (
            (self.tr("Splits"), self.splits),
            (self.tr("References"), self.references),
            (self.tr("Classes"), self.classes),
        ):
            self._headings[widget] = heading(title)
            self._layout.addWidget(self._headings[widget])
            self._layout.addWidget(widget)
        self._layout.addStretch(1)

    def show_choice(self, known: DataSet, choice: DataSetChoice, sets: Sequence[str]) -> None:
        """Show what there is, with what is taken of it.

        Args:
            known: The data set.
            choice: Its splits.
            sets: The sorts of references that are taken.
        """
        splits = [Line(s.name, self._counts(s.name, s.n_inputs, s.n_references)) for s in known.splits]
        self.splits.show_lines(splits, choice.splits or ())
        sorts = [
            Line(each.name, self.tr("{title}: {n}").format(title=each.title, n=f"{each.n:,}"), each.truth)
            for each in known.references
        ]
        self.references.show_lines(sorts, sets)
        self.references.setEnabled(len(sorts) > 1 and bool(known.layout))
        self._set_shown(self.splits, bool(splits))
        self._set_shown(self.references, bool(sorts))

    def show_classes(self, names: Sequence[str]) -> None:
        """Say which classes there are."""
        shown = ", ".join(names[:_LISTED])
        more = self.tr(" and {n} more").format(n=f"{len(names) - _LISTED:,}") if len(names) > _LISTED else ""
        self.classes.setText(f"{len(names):,}: {shown}{more}")
        self.classes.setToolTip(as_tip(", ".join(names)))
        self._set_shown(self.classes, bool(names))

    def _set_shown(self, widget: QWidget, is_shown: bool) -> None:
        widget.setVisible(is_shown)
        self._headings[widget].setVisible(is_shown)

    def _counts(self, name: str, n_inputs: int, n_references: int) -> str:
        if n_inputs == n_references:
            return self.tr("{name}: {n}, all with reference").format(name=name, n=f"{n_inputs:,}")
        words = self.tr("{name}: {n}, {m} with reference")
        return words.format(name=name, n=f"{n_inputs:,}", m=f"{n_references:,}")
