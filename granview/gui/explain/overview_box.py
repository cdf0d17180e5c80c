"""All layers and heads of one lane, from which one is picked for all lanes."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from granview.gui.explain.overview import Overview
from granview.gui.services import Services
from granview.gui.style.theme import Theme


class OverviewBox(QWidget):
    """A switch, a choice of lane, and its small multiples."""

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self.switch = QCheckBox(self.tr("All heads of"))
        self.lane = QComboBox()
        self.lane.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lane.setMinimumContentsLength(6)
        self.multiples = Overview(theme)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addWidget(self.lane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.multiples)
        self.switch.toggled.connect(lambda on: services.explain.choose(overview=on))
        self.lane.activated.connect(lambda _: self._show())
        self.multiples.picked.connect(self._on_picked)
        services.explainer.changed.connect(self._show)
        services.explain.changed.connect(lambda _: self._show())
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.multiples.set_theme(theme)

    def _show(self) -> None:
        wanted, choice = self.lane.currentText(), self._services.explain.choice
        answers = self._services.explainer.explanations.by_lane
        lanes = [lane for lane, facts in self._services.explainer.explanations.facts.items() if facts.stacks]
        self.setVisible(bool(lanes) and choice.on and self._has_heads())
        self.switch.setChecked(choice.overview)
        if [self.lane.itemText(index) for index in range(self.lane.count())] != lanes:
            self.lane.clear()
            self.lane.addItems(lanes)
            self.lane.setCurrentIndex(max(self.lane.findText(wanted), 0))
        answer = answers.get(self.lane.currentText())
        explanation = None if answer is None or not choice.overview else answer.explanation
        self.multiples.setVisible(explanation is not None and explanation.overview is not None)
        self.multiples.show_overview(explanation)

    def _has_heads(self) -> bool:
        """Whether the method that is chosen looks at single heads."""
        methods = (method for facts in self._services.explainer.explanations.facts.values() for method in facts.methods)
        return any(method.has_heads for method in methods if method.name == self._services.explain.choice.method)

    def _on_picked(self, layer: int, head: int) -> None:
        """Show this head, and the layer at the same relative depth in every lane."""
        facts = self._services.explainer.explanations.facts.get(self.lane.currentText())
        if facts is None:
            return
        wanted = self._services.explain.choice.stack
        stack = next((stack for stack in facts.stacks if wanted in (None, stack.name)), None)
        if stack is not None:
            depth = layer / max(len(stack.layers) - 1, 1)
            self._services.explain.choose(depth=depth, head=head)
