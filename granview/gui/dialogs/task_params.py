"""The parameters that the lanes' tasks have of their own: one field for each, made from what the task declares."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from granview.core.errors import ArgumentError
from granview.core.run_params import RunParams
from granview.core.task_param import ChosenParams, ParamValue, TaskParam
from granview.core.task_trait import task_params, traits_of
from granview.gui.dialogs.dialog_page import Page, heading
from granview.gui.language.below import localized
from granview.gui.model.task_titles import title_of
from granview.gui.services import Services

translate = QCoreApplication.translate

WidgetT = TypeVar("WidgetT", bound=QWidget)

_WIDEST: Final = (1 << 31) - 1


class TaskParamsDialog(Page):
    """A change makes results stale, as every change of what is computed does.

    Attributes:
        fields: The field of each parameter, by task and name.
    """

    guide = "guide/tasks.md"

    def __init__(self, services: Services, parent: QWidget) -> None:
        explanation = self.tr("These hold for all lanes of this comparison that do such a task, from the next run on.")
        super().__init__(self.tr("How tasks are run"), parent, explanation)
        self._services = services
        self.fields: dict[tuple[str, str], Field[Any]] = {}
        content = QWidget()
        self._form = QFormLayout(content)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        for task in dict.fromkeys(lane.spec.task for lane in services.model.lanes.all()):
            self._add_task(task)
        if not self.fields:
            self._form.addRow(QLabel(self.tr("The lanes' tasks have no parameters of their own."), wordWrap=True))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        self.body.addWidget(scroll, 1)
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("role", "bad")
        self.body.addWidget(self._trouble)
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.apply.setEnabled(bool(self.fields) and not services.document.is_read_only)
        self.resize(560, 480)

    def params(self) -> RunParams:
        """What the page says now.

        Raises:
            ArgumentError: a value is out of range.
        """
        before = self._services.model.params
        chosen: ChosenParams = {task: dict(values) for task, values in before.of_task.items()}
        for (task, name), field in self.fields.items():
            known, value = chosen.setdefault(task, {}), field.param.checked(field.value())
            known.pop(name, None)
            if value != field.param.default:
                known[name] = value
        return msgspec.structs.replace(before, of_task={task: values for task, values in chosen.items() if values})

    def accept(self) -> None:
        """Use these from the next run on."""
        try:
            params = self.params()
        except ArgumentError as error:
            self._trouble.setText(localized(str(error)))
            return
        self._services.deeds.change_params(params, lambda: translate("TaskParamsDialog", "how tasks are run"))
        super().accept()

    def _add_task(self, task: str) -> None:
        declared = traits_of(task).params
        if not declared:
            return
        self._form.addRow(heading(title_of(task)))
        values = task_params(task, self._services.model.params)
        for param in declared:
            field = _field_for(param, values)
            field.widget.setToolTip(translate("TaskParams", param.description))
            self.fields[task, param.name] = field
            self._form.addRow(translate("TaskParams", param.title), field.widget)


class Field(Generic[WidgetT]):
    """What edits one parameter.

    Attributes:
        param: The parameter.
        widget: What is shown.
    """

    param: TaskParam
    widget: WidgetT

    @abstractmethod
    def value(self) -> ParamValue:
        """What it says now."""


class _Flag(Field[QCheckBox]):
    def __init__(self, param: TaskParam, value: ParamValue) -> None:
        self.param, self.widget = param, QCheckBox()
        self.widget.setChecked(bool(value))

    def value(self) -> bool:
        return self.widget.isChecked()


class _Whole(Field[QSpinBox]):
    def __init__(self, param: TaskParam, value: ParamValue) -> None:
        self.param, self.widget = param, QSpinBox()
        self.widget.setRange(*(int(end) for end in _range(param)))
        self.widget.setSuffix(f" {param.unit}" if param.unit else "")
        self.widget.setValue(int(value))  # type: ignore[arg-type]

    def value(self) -> int:
        return self.widget.value()


class _Number(Field[QDoubleSpinBox]):
    def __init__(self, param: TaskParam, value: ParamValue) -> None:
        self.param, self.widget = param, QDoubleSpinBox()
        self._before = float(value)  # type: ignore[arg-type]
        self.widget.setDecimals(3)
        self.widget.setSingleStep(0.05)
        self.widget.setRange(*_range(param))
        self.widget.setSuffix(f" {param.unit}" if param.unit else "")
        self.widget.setValue(self._before)

    def value(self) -> float:
        """A value with more digits than are shown stays what it was while nobody changes it."""
        shown = self.widget.value()
        return self._before if shown == round(self._before, self.widget.decimals()) else shown


class _Choice(Field[QComboBox]):
    def __init__(self, param: TaskParam, value: ParamValue) -> None:
        self.param, self.widget = param, QComboBox()
        for choice in param.choices:
            self.widget.addItem(translate("TaskParams", choice), choice)
        self.widget.setCurrentIndex(self.widget.findData(value))

    def value(self) -> str:
        return str(self.widget.currentData())


class _Text(Field[QLineEdit]):
    def __init__(self, param: TaskParam, value: ParamValue) -> None:
        self.param, self.widget = param, QLineEdit(param.written(value))
        self._before = value
        if isinstance(param.default, tuple):
            self.widget.setPlaceholderText(translate("TaskParams", "words or phrases, with commas between"))

    def value(self) -> ParamValue:
        """A phrase with a comma in it, which Python may say, stays one while nobody changes the text."""
        text = self.widget.text()
        return self._before if text == self.param.written(self._before) else self.param.parsed(text)


def _range(param: TaskParam) -> tuple[float, float]:
    return -_WIDEST if param.low is None else param.low, _WIDEST if param.high is None else param.high


_BY_TYPE: Final[Mapping[type, Callable[[TaskParam, ParamValue], Field[Any]]]] = {
    bool: _Flag,
    int: _Whole,
    float: _Number,
    str: _Text,
    tuple: _Text,
}


def _field_for(param: TaskParam, values: Mapping[str, ParamValue]) -> Field[Any]:
    make = _Choice if param.choices else _BY_TYPE[type(param.default)]
    return make(param, values[param.name])
