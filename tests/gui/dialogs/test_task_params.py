from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox

from granview.core.lane import LaneSpec
from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits
from granview.gui.dialogs.task_params import TaskParamsDialog
from tests.helpers.shell import Bench
from tests.helpers.store import result, sample

PARAMS = (
    TaskParam("iou", "IoU", 0.5, "least overlap", low=0, high=1),
    TaskParam("tile", "Tile", 256, "its side", low=0, unit="px"),
    TaskParam("phrases", "Phrases", (), "what is looked for"),
    TaskParam("way", "Way", "area", "how", choices=("area", "bicubic")),
    TaskParam("flag", "Flag", False, "whether"),
)
TASK = "image-segmentation"


@pytest.fixture(autouse=True)
def _with_params() -> Iterator[None]:
    with TASK_TRAITS.temporarily(TASK, TaskTraits("a model", params=PARAMS)):
        yield


@pytest.fixture
def dialog(bench: Bench) -> TaskParamsDialog:
    bench.work.model.add_lanes([LaneSpec("lane", "zoo:unet-nano")])
    return _open(bench)


def _open(bench: Bench) -> TaskParamsDialog:
    bench.work.window.actions_by_name["task-params"].trigger()
    (opened,) = bench.work.window.findChildren(TaskParamsDialog)
    return opened


def test_each_parameter_has_a_field_of_its_type(dialog: TaskParamsDialog) -> None:
    types = [type(field.widget) for field in dialog.fields.values()]
    assert types == [QDoubleSpinBox, QSpinBox, QLineEdit, QComboBox, QCheckBox]
    assert [field.value() for field in dialog.fields.values()] == [0.5, 256, (), "area", False]


def test_what_is_chosen_holds_for_the_session_and_defaults_are_not_kept(bench: Bench, dialog: TaskParamsDialog) -> None:
    fields = {name: field.widget for (_, name), field in dialog.fields.items()}
    fields["iou"].setValue(0.75)
    fields["phrases"].setText("a cat, dog")
    fields["way"].setCurrentIndex(1)
    dialog.accept()
    chosen = {TASK: {"iou": 0.75, "phrases": ("a cat", "dog"), "way": "bicubic"}}
    assert bench.work.model.params.of_task == chosen
    bench.until(lambda: bench.work.document.session.params().of_task == chosen)
    bench.until(lambda: not bench.work.window.findChildren(TaskParamsDialog))
    again = _open(bench)
    assert [field.value() for field in again.fields.values()] == [0.75, 256, ("a cat", "dog"), "bicubic", False]
    again.fields[TASK, "iou"].widget.setValue(0.5)
    assert "iou" not in again.params().of_task[TASK]


def test_a_change_makes_results_stale(bench: Bench, dialog: TaskParamsDialog) -> None:
    bench.work.model.samples.add([sample("one")])
    bench.work.model.apply([result("lane", sample("one"))])
    dialog.fields[TASK, "flag"].widget.setChecked(True)
    dialog.accept()
    row = bench.work.model.row("one", "lane")
    assert row is not None
    assert row.stale


def test_without_lanes_there_is_nothing_to_choose(bench: Bench) -> None:
    assert not _open(bench).apply.isEnabled()


def test_a_phrase_with_a_comma_stays_one_while_nobody_changes_it(bench: Bench, dialog: TaskParamsDialog) -> None:
    dialog.reject()
    bench.until(lambda: not bench.work.window.findChildren(TaskParamsDialog))
    said = {TASK: {"phrases": ("a cat, asleep", "dog")}}
    bench.work.model.set_params(msgspec.structs.replace(bench.work.model.params, of_task=said))
    again = _open(bench)
    assert again.params().of_task == said
    again.fields[TASK, "phrases"].widget.setText("a cat, dog")
    assert again.params().of_task == {TASK: {"phrases": ("a cat", "dog")}}
