"""Why there? What each lane attends to, or what its answer rests on, at the place that the user points at."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from granview.core.explain_facts import ExplainFacts
from granview.core.explanation import TokenWeights
from granview.gui.background.connections import connect_while
from granview.gui.explain.color_bar import ColorBar
from granview.gui.explain.explain_choices import ExplainChoices
from granview.gui.explain.explain_numbers import ExplainNumbers
from granview.gui.explain.head_overview import OverviewBox
from granview.gui.explain.lane_numbers import lane_numbers
from granview.gui.language.below import localized
from granview.gui.paint.heat import Heat
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.sample_kind_view import kind_view, kind_views
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.flow_layout import FlowRow

_MARGIN: Final = 10

_MUCH_BYTES: Final = 50_000_000
_MANY_TIMES: Final = 4
"""Memory is spoken of where all attention weights would take so much, and so many times what is kept."""


@PANELS.register("explain")
class ExplainPanel(Panel):
    """A switch, the choices, the scale, the numbers, and all layers and heads of one lane."""

    place = DockSide.RIGHT
    rank = 1
    key = "Ctrl+7"
    guide = "guide/explanations.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self.switch = QCheckBox(self.tr("Show explanations"))
        self.switch.setToolTip(self.tr("Show what every lane attends to, or what its answer rests on (E)"))
        self.everywhere = QPushButton(self.tr("Everywhere"))
        self.everywhere.setToolTip(self.tr("Ask about the whole sample instead of a place"))
        self.hint, self.words, self.warning = _paragraph(), _paragraph(), _paragraph()
        self.choices = ExplainChoices(services)
        self.bar = ColorBar(theme)
        self.shared = QCheckBox(self.tr("One scale for all lanes"))
        self.shared.setToolTip(
            self.tr(
                "Off: each lane has its own scale, and colours do not compare between lanes. "
                "Off by itself for methods whose values do not compare"
            )
        )
        self.warning.setText(
            self.tr("This method's values are in units of each network's own score: they do not compare between lanes.")
        )
        self.numbers = ExplainNumbers()
        self.overview = OverviewBox(services, theme)
        self._lay_out()
        self.switch.toggled.connect(lambda on: services.explain.choose(on=on))
        self.shared.clicked.connect(lambda on: services.explain.choose(shared_scale=on))
        self.choices.hovered.connect(self._on_hovered)
        self.everywhere.clicked.connect(services.explain.forget_place)
        connect_while(self, services.explain.changed, lambda _: self._show())
        services.explainer.changed.connect(self._show)
        services.view.changed.connect(self._on_view_changed)
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
        head = FlowRow(8)
        head.flow.addWidget(self.switch)
        head.flow.addWidget(self.everywhere)
        content = QWidget()
        content.setProperty("surface", "panel")
        body = QVBoxLayout(content)
        body.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        body.setSpacing(8)
        body.addWidget(head)
        for part in self._parts():
            body.addWidget(part)
        body.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press on a button in it is no wish for the keys
        area.setWidget(content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _parts(self) -> tuple[QWidget, ...]:
        """What stands below each other."""
        return (
            *(self.hint, self.choices, self.bar, self.shared, self.warning),
            *(self.numbers, self.overview, self.words),
        )

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._show()

    def _show(self) -> None:
        choice, explainer = self.services.explain.choice, self.services.explainer
        self.switch.setChecked(choice.on)
        self.shared.setChecked(choice.is_shared)
        self.everywhere.setEnabled(choice.on and choice.place is not None)
        can_ask = choice.on and bool(explainer.explanations.facts)
        for part in (self.choices, self.shared, self.numbers, self.words):
            part.setVisible(can_ask)
        self.warning.setVisible(can_ask and choice.misleads)
        self.hint.setText(self._hint())
        self.hint.setVisible(bool(self.hint.text()))
        self.words.setText(self._method_words(choice.method))
        lanes = [lane for lane in self.services.model.lanes.names() if lane in explainer.explanations.by_lane]
        shown = {lane: heat for lane in lanes if (heat := explainer.explanations.heat(lane)) is not None}
        self.bar.setVisible(bool(shown) and choice.on)
        if shown:
            self._show_scale(shown)
        self.numbers.show_numbers(lane_numbers(shown, self.services.view.pinned))

    def _show_scale(self, shown: dict[str, Heat]) -> None:
        """The one scale of all lanes; where each has its own, that of the widest, which the cells' heads correct."""
        heat = max(shown.values(), key=lambda heat: heat.top)
        whose = self.tr("one scale for all lanes") if heat.shared else self.tr("each lane's own scale")
        is_text = isinstance(heat.explanation.weights, TokenWeights)
        self.bar.show_scale(heat.top if heat.shared else None, heat.signed, whose, is_text)

    def _hint(self) -> str:
        """What to do next."""
        choice, explainer = self.services.explain.choice, self.services.explainer
        if not choice.on:
            return self.tr("See why: what each model attends to, or what its answer rests on, at any place.")
        if not explainer.explanations.facts:
            return self._no_facts()
        sample = self.services.model.samples.current
        view = kind_views()[0] if sample is None else kind_view(sample.kind)
        return view.explain_hint(self.services)

    def _no_facts(self) -> str:
        """Why there is nothing to choose from."""
        loading = self.services.explainer.loading
        if loading:
            return self.tr("Loading the model…") if len(loading) == 1 else self.tr("Loading the models…")
        if self.services.explainer.waits:
            return self.tr("Asking the lanes…")
        return self.tr("No lane can be asked about this sample.")

    def _on_hovered(self, method: str) -> None:
        """Say of a method what it shows, or why it cannot be chosen, before it is chosen."""
        self.words.setText(self._method_words(method or self.services.explain.choice.method))

    def _method_words(self, name: str) -> str:
        """What a method shows and does not show, where it is from, and what it keeps in memory."""
        facts = list(self.services.explainer.explanations.facts.values())
        offers = [method for of_lane in facts for method in of_lane.methods]
        of_method = [method for method in offers if method.name == name]
        if not of_method:
            return ""
        method = of_method[0]
        none = "" if any(offer.offered for offer in of_method) else method.why_not
        lines = (
            self.tr("Not for these lanes: {why}").format(why=none) if none else "",
            self.tr("Shows: {words}").format(words=localized(method.says)),
            self.tr("Does not show: {words}").format(words=localized(method.cannot_say)),
            self._memory(facts) if method.has_layers else "",
            method.paper,
        )
        return "\n".join(filter(None, lines))

    def _memory(self, facts: Sequence[ExplainFacts]) -> str:
        """What is kept, where all attention weights would be much."""
        kept = sum(of_lane.kept_bytes or 0 for of_lane in facts)
        eager = sum(of_lane.eager_bytes for of_lane in facts)
        if not kept or eager < _MUCH_BYTES or eager < _MANY_TIMES * kept:
            return ""
        words = self.tr("The lanes keep {kept} of this sample; all attention weights would take {eager}.")
        return words.format(kept=_size(kept), eager=_size(eager))


def _paragraph() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    return label


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"
