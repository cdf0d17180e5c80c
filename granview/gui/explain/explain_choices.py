"""What is asked: the method, which way, which layer and head; and a walk through the layers."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSlider, QToolButton, QWidget

from granview.core.explain_facts import ExplainFacts, MethodFacts
from granview.gui.background.connections import connect_while
from granview.gui.language.below import localized
from granview.gui.services import Services
from granview.gui.widgets.segmented import Segmented

_STEPS: Final = 24
"""Places of the slider over the depth of a network."""

_WALK_MS: Final = 500


class _Methods(QComboBox):
    """Tells which of its items the mouse is over, those that cannot be chosen too."""

    hovered = Signal(str)
    """A method's name; empty once the list is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.view().entered.connect(lambda index: self.hovered.emit(index.data(Qt.ItemDataRole.UserRole)))

    def hidePopup(self) -> None:
        """Close the list."""
        super().hidePopup()
        self.hovered.emit("")


class ExplainChoices(QWidget):
    """Sets the explain state, and follows it and what the lanes offer."""

    hovered = Signal(str)
    """The method in the open list that the mouse is over; empty once the list is closed."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.method, self.head, self.stack = _Methods(), QComboBox(), QComboBox()
        self.target, self.target_layer = QComboBox(), QComboBox()
        self.target_layer.setToolTip(self.tr("The layer that Grad-CAM looks at, in lanes that have one of that name"))
        self.direction = Segmented(
            [
                ("from", self.tr("it attends to"), None, self.tr("What the place attends to")),
                ("to", self.tr("attends to it"), None, self.tr("What attends to the place")),
            ]
        )
        self.layer = QSlider(Qt.Orientation.Horizontal)
        self.layer.setRange(0, _STEPS)
        self.layer.setToolTip(self.tr("The layer, at the same relative depth in every lane: left the first one"))
        self.walk = QToolButton()
        self.walk.setCheckable(True)
        self.walk.setText("▶")
        self.walk.setToolTip(self.tr("Walk through the layers"))
        self._timer = QTimer(self)
        self._timer.setInterval(_WALK_MS)
        self._form = self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> QFormLayout:
        self._layers = QWidget()
        row = QHBoxLayout(self._layers)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.layer, 1)
        row.addWidget(self.walk)
        for combo in (self.method, self.head, self.stack, self.target, self.target_layer):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("Method"), self.method)
        form.addRow(self.direction)
        form.addRow(self.tr("Stack"), self.stack)
        form.addRow(self.tr("Layer"), self._layers)
        form.addRow(self.tr("Head"), self.head)
        form.addRow(self.tr("Class"), self.target)
        form.addRow(self.tr("Looks at"), self.target_layer)
        return form

    def _connect(self) -> None:
        state = self._services.explain
        self.method.hovered.connect(self.hovered)
        self.method.activated.connect(lambda _: state.choose(method=self.method.currentData()))
        self.stack.activated.connect(lambda _: state.choose(stack=self.stack.currentData()))
        self.head.activated.connect(lambda _: state.choose(head=self.head.currentData()))
        self.target.activated.connect(lambda _: state.choose(target=self.target.currentData()))
        self.target_layer.activated.connect(lambda _: state.choose(target_layer=self.target_layer.currentData()))
        self.direction.chosen.connect(lambda key: state.choose(direction=key))
        self.layer.valueChanged.connect(lambda step: state.choose(depth=step / _STEPS))
        self.walk.toggled.connect(lambda on: self._timer.start() if on else self._timer.stop())
        self._timer.timeout.connect(self._step)
        connect_while(self, state.changed, lambda _: self._show())
        self._services.explainer.changed.connect(self._show)

    def _step(self) -> None:
        """The next layer of the deepest lane; when all have answered, and somebody looks."""
        if not self._is_seen() or not self._services.explain.choice.on:
            self.walk.setChecked(False)
        elif not self._services.explainer.waits:
            layers = max((len(stack.layers) for facts in self._facts() for stack in facts.stacks), default=1)
            number = round(self._services.explain.choice.depth * (layers - 1)) + 1
            self._services.explain.choose(depth=(number % layers) / max(layers - 1, 1))

    def _is_seen(self) -> bool:
        """Whether any of the panel can be seen: behind another tab, Qt calls it visible."""
        panel = self.parentWidget()
        return panel is not None and not panel.visibleRegion().isEmpty()

    def _facts(self) -> list[ExplainFacts]:
        return list(self._services.explainer.explanations.facts.values())

    def _show(self) -> None:
        choice = self._services.explain.choice
        methods = {method.name: method for facts in self._facts() for method in facts.methods}
        self._fill(self.method, [(localized(method.title), name) for name, method in methods.items()], choice.method)
        self._grey_out(methods)
        chosen = methods.get(choice.method)
        stacks = list(dict.fromkeys(stack.name for facts in self._facts() for stack in facts.stacks))
        self._fill(self.stack, [(name, name) for name in stacks], choice.stack or next(iter(stacks), None))
        heads = max((layer.heads for facts in self._facts() for s in facts.stacks for layer in s.layers), default=0)
        numbered = [(str(head + 1), head) for head in range(heads)]
        self._fill(self.head, [(self.tr("mean of all"), None), *numbered], choice.head)
        self._fill(
            self.target, [(self.tr("as predicted"), ""), *((name, name) for name in self._classes())], choice.target
        )
        layers = list(dict.fromkeys(name for facts in self._facts() for name in facts.target_layers))
        self._fill(
            self.target_layer,
            [(self.tr("chosen by itself"), ""), *((name, name) for name in layers)],
            choice.target_layer,
        )
        self.direction.set_current(choice.direction)
        self.layer.blockSignals(True)
        self.layer.setValue(round(choice.depth * _STEPS))
        self.layer.blockSignals(False)
        self._form.setRowVisible(self.direction, chosen is not None and chosen.has_direction)
        self._form.setRowVisible(self.stack, len(stacks) > 1)
        self._form.setRowVisible(self._layers, chosen is not None and chosen.has_layers)
        self._form.setRowVisible(self.target, chosen is not None and chosen.has_target)
        self._form.setRowVisible(self.target_layer, choice.method == "grad-cam" and len(layers) > 1)
        self._form.setRowVisible(self.head, chosen is not None and chosen.has_heads)

    def _classes(self) -> list[str]:
        """The names of the classes of all lanes that answer."""
        sets = (self._services.loader.labels_of(lane) for lane in self._services.explainer.explanations.facts)
        return list(dict.fromkeys(name for labels in sets if labels is not None for name in labels.names))

    def _grey_out(self, methods: dict[str, MethodFacts]) -> None:
        """Methods that no lane offers cannot be chosen; they say why."""
        model = self.method.model()
        for row, name in enumerate(methods):
            offers = [method for facts in self._facts() for method in facts.methods if method.name == name]
            why_not = "" if any(method.offered for method in offers) else offers[0].why_not
            index = model.index(row, 0)
            model.setData(index, None if not why_not else 0, Qt.ItemDataRole.UserRole - 1)
            model.setData(index, localized(why_not or methods[name].says), Qt.ItemDataRole.ToolTipRole)

    @staticmethod
    def _fill(combo: QComboBox, items: list[tuple[str, object]], current: object) -> None:
        if [(combo.itemText(i), combo.itemData(i)) for i in range(combo.count())] != items:
            combo.clear()
            for text, data in items:
                combo.addItem(text, data)
        combo.setCurrentIndex(next((row for row, (_, data) in enumerate(items) if data == current), -1))
