from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from granview.core.events import LaneReady
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.gui.dialogs.add_lanes import AddLanesDialog
from granview.gui.dialogs.classes import ClassesDialog
from granview.gui.dialogs.preferences import PreferencesDialog
from granview.settings import Settings
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.store import facts


def _open(bench: Bench, act: str, kind: type[QDialog]) -> QDialog:
    bench.work.window.actions_by_name[act].trigger()
    (dialog,) = bench.work.window.findChildren(kind)
    return dialog


@pytest.fixture
def chooser(bench: Bench) -> AddLanesDialog:
    dialog = _open(bench, "add-lanes", AddLanesDialog)
    assert isinstance(dialog, AddLanesDialog)
    bench.until(lambda: dialog.items.rowCount() > 5)
    return dialog


def _titles(dialog: AddLanesDialog) -> list[str]:
    items = dialog.items
    return [items.data(items.index(row), Qt.ItemDataRole.DisplayRole) for row in range(items.rowCount())]


def test_chosen_models_become_lanes(bench: Bench, chooser: AddLanesDialog) -> None:
    assert not chooser.add.isEnabled()
    chooser.search.setText("unet-nano")
    chooser.items.toggle(chooser.items.index(0))
    chooser.search.setText("")
    chooser.other.field.setText("someone/some-model@main")
    chooser.options.precision.setCurrentText("bf16")
    chooser.options.batch_size.setValue(4)
    chooser.options.device.setCurrentText("cpu")
    chosen: list[list[LaneSpec]] = []
    chooser.lanes_chosen.disconnect()
    chooser.lanes_chosen.connect(chosen.append)
    chooser.accept()
    bf16 = Variant("bf16")
    assert chosen == [
        [
            LaneSpec("unet-nano-bf16", "zoo:unet-nano", bf16, "cpu", batch_size=4),
            LaneSpec("some-model-bf16", "hf:someone/some-model@main", bf16, "cpu", batch_size=4),
        ]
    ]


def test_models_are_found_by_family_and_text(chooser: AddLanesDialog) -> None:
    everything = _titles(chooser)
    QTest.keyClicks(chooser.search, "resnet deeplab")
    assert 0 < len(_titles(chooser)) < len(everything)
    assert all("DeepLab" in title and "ResNet" in title for title in _titles(chooser))
    chooser.search.clear()
    chooser.family.set_current("GranView")
    chooser.family.chosen.emit("GranView")
    assert "unet-nano" in _titles(chooser)
    assert len(_titles(chooser)) < len(everything)


def test_device_that_is_none_is_refused_in_words(bench: Bench, chooser: AddLanesDialog) -> None:
    chooser.items.toggle(chooser.items.index(0))
    chooser.options.device.setCurrentText("gpu please")
    chooser.accept()
    assert chooser.isVisible()
    assert any("gpu please" in label.text() for label in chooser.findChildren(QLabel))


def test_added_lanes_are_remembered(bench: Bench, chooser: AddLanesDialog) -> None:
    chooser.search.setText("unet-nano")
    chooser.items.toggle(chooser.items.index(0))
    chooser.accept()
    assert bench.work.model.lanes.names() == ("unet-nano",)
    bench.until(lambda: bench.saved)
    line = "zoo:unet-nano,task=image-segmentation,variant=fp32,device=auto,name=unet-nano"
    assert bench.saved[-1].last_lanes == (line,)


def test_variant_of_a_lane_begins_with_its_model(bench: Bench) -> None:
    bench.work.services.runner.add_lanes([nano("mine")], load=False)
    bench.work.face.runs.add_variant("mine")
    (dialog,) = bench.work.window.findChildren(AddLanesDialog)
    assert [spec.model for spec in dialog.specs()] == ["zoo:unet-nano"]
    assert dialog.specs()[0].device == "cpu"


def test_class_match_is_edited_and_makes_results_stale(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "scenes", "scene")
    bench.drop(tmp_path / "scenes")
    bench.work.services.runner.add_lanes([nano("lane")], load=False)
    labels = LabelSet(("background", "nucleus"), ((0, 0, 0), (1, 2, 3)))
    known = facts()
    bench.work.model.apply([LaneReady("lane", type(known)(**{**_fields(known), "labels": labels}))])
    bench.until(lambda: bench.work.services.loader.reference is not None)
    dialog = _open(bench, "classes", ClassesDialog)
    assert isinstance(dialog, ClassesDialog)
    bench.until(lambda: dialog.choices)
    assert set(dialog.choices) == {"background", "nucleus"}
    combo = dialog.choices["nucleus"]
    combo.setCurrentIndex(combo.findData("cell"))
    dialog.accept()
    assert bench.work.model.params.class_edits == {"nucleus": "cell"}
    bench.until(lambda: bench.work.document.session.params().class_edits == {"nucleus": "cell"})


def test_preferences_take_effect_and_are_kept(bench: Bench) -> None:
    dialog = _open(bench, "preferences", PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    dialog.tolerance.setValue(4.5)
    dialog.confidence.setChecked(False)
    assert not dialog.check_updates.isEnabled(), "there is nothing to ask while no address is set"
    dialog.updates_address.setText(" https://example.org/latest.json ")
    dialog.check_updates.setChecked(True)
    dialog.accept()
    bench.until(lambda: bench.saved)
    expected = Settings(
        theme="light",
        boundary_tolerance_px=4.5,
        keep_confidence=False,
        updates_address="https://example.org/latest.json",
        check_updates=True,
    )
    assert bench.saved[-1] == expected
    assert bench.work.model.params.boundary_tolerance_px == 4.5
    bench.until(lambda: bench.work.document.session.params().boundary_tolerance_px == 4.5)


@pytest.mark.parametrize("act", ["keyboard", "about"])
def test_pages_of_help_open_and_close(bench: Bench, act: str) -> None:
    bench.work.window.actions_by_name[act].trigger()
    dialogs = [each for each in bench.work.window.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 1
    assert dialogs[0].grab().width() > 300
    QTest.keyClick(dialogs[0], Qt.Key.Key_Escape)
    assert not any(each.isVisible() for each in bench.work.window.findChildren(QDialog))


def test_no_key_is_given_twice(bench: Bench) -> None:
    actions = [action for action in bench.work.window.actions() if action.isEnabled()]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert "X" in keys
    assert sorted(keys) == sorted(set(keys))


def _fields(struct: object) -> dict[str, object]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}  # type: ignore[attr-defined]
