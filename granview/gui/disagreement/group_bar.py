"""The groups of the queue, with how many units are in each."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton

from granview.gui.widgets.flow_layout import FlowRow
from granview.report.disagreement import Disagreement, Group

translate = QCoreApplication.translate


def group_titles(compared: Disagreement) -> dict[Group | None, tuple[str, str]]:
    """What the groups are called, in short and in words.

    By right and wrong, or where there is neither, by which lane scores much more.
    """
    if compared.has_verdicts:
        only, words = translate("Queue", "Only {lane}"), translate("Queue", "Units that only {lane} has right")
        return {
            "only second": (only.format(lane=compared.second), words.format(lane=compared.second)),
            "only first": (only.format(lane=compared.first), words.format(lane=compared.first)),
            "both wrong": (translate("Queue", "Neither"), translate("Queue", "Units that both have wrong")),
            "both right": (translate("Queue", "Both"), translate("Queue", "Units that both have right")),
            None: _all(),
        }
    better, words = translate("Queue", "{lane} better"), translate("Queue", "Units that {lane} scores by 0.1 more")
    return {
        "only second": (better.format(lane=compared.second), words.format(lane=compared.second)),
        "only first": (better.format(lane=compared.first), words.format(lane=compared.first)),
        "both right": (translate("Queue", "Level"), translate("Queue", "Units whose scores differ by 0.1 at most")),
        None: _all(),
    }


def _all() -> tuple[str, str]:
    return translate("Queue", "All"), translate("Queue", "All units that both have a score of")


class GroupBar(FlowRow):
    """A button for each group, of which one is down."""

    chosen = Signal(object)
    """A ``Group``, or None for all."""

    def __init__(self) -> None:
        super().__init__(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.buttons: dict[Group | None, QToolButton] = {}

    def show_groups(self, compared: Disagreement | None, group: Group | None) -> None:
        """Show the groups of a comparison; one is down."""
        titles = {} if compared is None else group_titles(compared)
        if list(titles) != list(self.buttons):
            self.buttons = {each: self._button(each) for each in titles}
            self.show_widgets(list(self.buttons.values()))
        counts: dict[Group | None, int] = {None: 0 if compared is None else len(compared.rows)}
        counts |= {each: compared.counts[each] for each in titles if each is not None and compared is not None}
        for each, button in self.buttons.items():
            title, tip = titles[each]
            button.setText(f"{title}  {counts[each]:,}")
            button.setToolTip(tip)
            button.setChecked(each == (group if group in titles else None))
        self.updateGeometry()

    def _button(self, group: Group | None) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("segment", "true")
        button.setIconSize(QSize(0, 0))
        button.clicked.connect(lambda _=False: self._on_clicked(group))
        return button

    def _on_clicked(self, group: Group | None) -> None:
        for each, button in self.buttons.items():
            button.setChecked(each == group)
        self.chosen.emit(group)
