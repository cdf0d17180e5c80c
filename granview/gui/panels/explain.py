"""Why there? What each lane attends to, or what its answer rests on, at the place that the user points at."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from granview.gui.desk import Desk
from granview.gui.panels.base import PANELS, Panel, Place
from granview.gui.style.theme import Theme
from granview.gui.widgets.color_bar import ColorBar
from granview.gui.widgets.explain_choices import ExplainChoices
from granview.gui.widgets.explain_numbers import ExplainNumbers
from granview.gui.widgets.overview_box import OverviewBox

_MARGIN: Final = 10


@PANELS.register("explain")
class ExplainPanel(Panel):
    """A switch, the choices, the scale, the numbers, and all layers and heads of one lane."""

    place = Place.RIGHT
    rank = 1
    key = "Ctrl+7"

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.switch = QCheckBox(self.tr("Show explanations"))
        self.switch.setToolTip(self.tr("Show what every lane attends to, or what its answer rests on (E)"))
        self.everywhere = QPushButton(self.tr("Everywhere"))
        self.everywhere.setToolTip(self.tr("Ask about the whole sample instead of a place"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "muted")
        self.choices = ExplainChoices(desk)
        self.bar = ColorBar(theme)
        self.shared = QCheckBox(self.tr("One scale for all lanes"))
        self.shared.setToolTip(self.tr("Off: each lane has its own scale, and colours do not compare"))
        self.numbers = ExplainNumbers()
        self.overview = OverviewBox(desk, theme)
        self._lay_out()
        self.switch.toggled.connect(lambda on: desk.explain.choose(on=on))
        self.shared.toggled.connect(lambda on: desk.explain.choose(shared_scale=on))
        self.everywhere.clicked.connect(lambda: desk.explain.choose(place=None))
        desk.explain.changed.connect(lambda _: self._show())
        desk.explainer.changed.connect(self._show)
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Explain")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.bar.set_theme(theme)
        self.overview.set_theme(theme)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.switch, 1)
        head.addWidget(self.everywhere)
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for part in (self.words, self.choices, self.bar, self.shared, self.numbers):
            body.addWidget(part)
        body.addWidget(self.overview, 1)
        self._body = QScrollArea()
        self._body.setWidget(content)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    def _show(self) -> None:
        choice, explainer = self.desk.explain.choice, self.desk.explainer
        self.switch.setChecked(choice.on)
        self.shared.setChecked(choice.shared_scale)
        self.everywhere.setEnabled(choice.on and choice.place is not None)
        for part in (self.choices, self.bar, self.shared, self.numbers, self.overview):
            part.setVisible(choice.on)
        self.words.setText(self._sentence())
        answers = {lane: answer.explanation for lane, answer in explainer.answers.items()}
        shown = [explanation for explanation in answers.values() if explanation is not None]
        self.bar.setVisible(bool(shown) and choice.on and choice.shared_scale)
        if shown:
            signed = any(bool((explanation.weights.values < 0).any()) for explanation in shown)
            self.bar.show_scale(max(explainer.top(lane) for lane in answers), signed, self.tr("all lanes"))
        self.numbers.show_numbers({lane: found.numbers or {} for lane, found in answers.items() if found is not None})

    def _sentence(self) -> str:
        """What to do next, or what the method says and cannot say."""
        choice, explainer = self.desk.explain.choice, self.desk.explainer
        if not choice.on:
            return self.tr("See why: what each model attends to, or what its answer rests on, at any place.")
        facts = [method for of_lane in explainer.facts.values() for method in of_lane.methods]
        method = next((found for found in facts if found.name == choice.method), None)
        if method is None:
            return self.tr("Asking the lanes…") if explainer.waits else self.tr("Add a lane that can be asked.")
        where = (
            self.tr("Click a place in a picture (Shift and drag: a box) or a word in a text.")
            if choice.place is None
            else ""
        )
        return " ".join(filter(None, (f"{method.says} {method.cannot_say}", f"({method.paper})", where)))
