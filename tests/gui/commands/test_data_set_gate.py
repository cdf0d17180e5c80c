"""What is dropped as a data set is shown before it is loaded, corrected, and remembered."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.core.image_params import MaskValues
from granview.gui.dialogs.data_sets import DataSetsDialog
from granview.gui.dialogs.mask_values import MaskValuesDialog
from granview.gui.session import data_surveyor
from granview.io.data_set_walk import KnownDataSets
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.data_sets import write_images_and_masks, write_mmsegmentation
from tests.helpers.gaps import gaps_until_below
from tests.helpers.shell import Bench, GapWatcher, write_scene

STALL_MS = 50


def _dialog(bench: Bench, is_ready: Callable[[DataSetsDialog], object] = lambda dialog: True) -> DataSetsDialog:
    """The page, once everything is known and something else holds."""

    def ready() -> bool:
        dialog = bench.work.face.data_sets.dialog
        known = dialog is not None and dialog.views and all(view.survey.is_whole for view in dialog.views)
        return bool(known and dialog is not None and is_ready(dialog))

    bench.until(ready)
    dialog = bench.work.face.data_sets.dialog
    assert dialog is not None
    return dialog


def test_enter_loads_what_was_understood(bench: Bench, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2}, left_over=1)
    bench.drop(tmp_path / "a")
    dialog = _dialog(bench)
    assert len(bench.work.model.samples) == 0
    assert dialog.load.text() == "&Load 2 samples"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert all(sample.reference for sample in bench.work.model.samples.all())
    assert bench.work.model.params.image.mask_readings == {str(tmp_path / "a"): MaskValues()}
    bench.until(lambda: bench.work.face.images.is_settled and bench.work.face.images.has_looked)
    assert bench.work.window.findChildren(MaskValuesDialog) == []


def test_escape_loads_nothing(bench: Bench, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 2})
    bench.drop(tmp_path / "a")
    QTest.keyClick(_dialog(bench), Qt.Key.Key_Escape)
    bench.until(lambda: bench.work.face.data_sets.dialog is None)
    bench.live(0.1)
    assert len(bench.work.model.samples) == 0


def test_other_splits_show_their_samples_and_are_loaded(bench: Bench, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2})
    bench.drop(tmp_path / "a")
    dialog = _dialog(bench)
    (view,) = dialog.views
    view.choices.splits.tick("val", False)
    assert not dialog.load.isEnabled()
    view.choices.splits.tick("train")
    assert dialog.load.text() == "&Load 3 samples"
    bench.until(lambda: [each.sample.name for each in view.previews.previews] == ["train_0", "train_1", "train_2"])
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 3)


def test_corrections_are_used_and_remembered_until_they_are_forgotten(
    bench: Bench, open_window: OpenBench, tmp_path: Path
) -> None:
    said = MaskValues(named={0: "sky", 7: "wall", 255: None})
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2}, (0, 7, 255))
    bench.drop(tmp_path / "a")
    dialog = _dialog(bench)
    (view,) = dialog.views
    assert view.reset.isHidden()
    assert view.masks.meaning is not None
    view.masks.meaning.rule.setCurrentIndex(view.masks.meaning.rule.findData("named"))
    for value, name in {0: "sky", 7: "wall", 255: "void"}.items():
        view.masks.meaning.boxes[value].setCurrentText(name)
    view.choices.splits.tick("train")
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 5)
    assert bench.work.model.params.image.mask_readings == {str(tmp_path / "a"): said}
    bench.until((tmp_path / "data-sets.json").exists)
    bench.close()

    again = open_window(home=_home(tmp_path))
    again.drop(tmp_path / "a")
    dialog = _dialog(again)
    (view,) = dialog.views
    assert not view.reset.isHidden()
    assert view.choice.splits == ("train", "val")
    assert view.masks.values == said
    view.reset.click()
    assert view.choice.splits == ("val",)
    again.until(lambda: view.masks.values != said)
    assert view.reset.isHidden()
    dialog.reject()
    again.until(lambda: "wall" not in (_home(tmp_path) / "data-sets.json").read_text(encoding="utf-8"))


def _home(tmp_path: Path) -> Path:
    """Another home for the session, with what was remembered."""
    home = tmp_path / "again"
    home.mkdir(exist_ok=True)
    if not (home / "data-sets.json").exists():
        (home / "data-sets.json").write_bytes((tmp_path / "data-sets.json").read_bytes())
    return home


def test_two_data_sets_have_readings_of_their_own_and_one_can_be_left_out(bench: Bench, tmp_path: Path) -> None:
    for name, values in (("a", (0, 255)), ("b", (0, 1, 2)), ("c", (0, 1, 2))):
        write_mmsegmentation(tmp_path / "all" / name, {"val": 2}, values)
    write_scene(tmp_path / "all" / "more", "scene")
    bench.drop(tmp_path / "all")
    dialog = _dialog(bench, lambda dialog: len(dialog.views) == 4)
    assert dialog.load.text() == "&Load 7 samples"
    dialog.entries.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.load.text() == "&Load 5 samples"
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 5)
    readings = bench.work.model.params.image.mask_readings
    assert readings[str(tmp_path / "all" / "a")] == MaskValues(named={0: "background", 255: "foreground"})
    assert readings[str(tmp_path / "all" / "b")] == MaskValues()
    assert str(tmp_path / "all" / "c") not in readings


def test_a_plain_folder_is_loaded_at_once_and_the_log_says_what_came(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "in", "scene")
    bench.drop(tmp_path / "in")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    assert bench.work.face.data_sets.dialog is None
    bench.until(lambda: any("1 image" in entry.text for entry in bench.work.services.event_log.entries))


def test_a_plain_folder_whose_references_do_not_fit_is_shown_first(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "in" / "images", "scene", reference=False)
    write_scene(tmp_path / "in" / "masks", "another", reference=False)
    bench.drop(tmp_path / "in")
    dialog = _dialog(bench)
    assert [(left.sort, left.n) for left in dialog.views[0].survey.leftovers] == [("references without an input", 1)]
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 1)


@pytest.mark.parametrize("values", [(0, 254), (0, 50, 100, 200, 254), (1, 2, 3)])
def test_a_plain_folder_whose_masks_hold_doubtful_values_is_shown_first(
    bench: Bench, tmp_path: Path, values: tuple[int, ...]
) -> None:
    write_images_and_masks(tmp_path / "in", 2, values)
    bench.drop(tmp_path / "in")
    dialog = _dialog(bench)
    (view,) = dialog.views
    assert view.survey.guess.value_doubts
    assert view.tabs.currentWidget() is view.masks
    assert len(bench.work.model.samples) == 0
    assert view.masks.meaning is not None
    view.masks.meaning.rule.setCurrentIndex(view.masks.meaning.rule.findData("named"))
    for value in values:
        view.masks.meaning.boxes[value].setCurrentText(f"class of {value}")
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 2)
    said = MaskValues(named={value: f"class of {value}" for value in values})
    assert bench.work.model.params.image.mask_readings == {str(tmp_path / "in"): said}
    bench.until(lambda: bench.work.face.images.is_settled and bench.work.face.images.has_looked)
    assert bench.work.window.findChildren(MaskValuesDialog) == []


@pytest.mark.parametrize("values", [(0, 255), (0, 1, 2, 255)])
def test_a_plain_folder_whose_masks_hold_what_is_certain_is_loaded_at_once(
    bench: Bench, tmp_path: Path, values: tuple[int, ...]
) -> None:
    write_images_and_masks(tmp_path / "in", 2, values)
    bench.drop(tmp_path / "in")
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert bench.work.face.data_sets.dialog is None


def test_masks_whose_values_are_settled_for_the_session_are_not_asked_about(bench: Bench, tmp_path: Path) -> None:
    write_images_and_masks(tmp_path / "in", 2, (0, 254))
    bench.work.face.images.use_readings({str(tmp_path): MaskValues(named={0: "rest", 254: "cell"})})
    bench.drop(tmp_path / "in")
    bench.until(lambda: len(bench.work.model.samples) == 2)
    assert bench.work.face.data_sets.dialog is None


def test_a_second_drop_waits_for_the_first(bench: Bench, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_mmsegmentation(tmp_path / name, {"val": 2})
        bench.drop(tmp_path / name)
    first = _dialog(bench)
    first.load.click()
    bench.until(lambda: bench.work.face.data_sets.dialog not in (None, first))
    _dialog(bench).load.click()
    bench.until(lambda: len(bench.work.model.samples) == 4)


def test_the_page_can_be_asked_for_where_there_is_nothing_to_ask(bench: Bench, tmp_path: Path) -> None:
    write_scene(tmp_path / "in", "scene")
    bench.work.face.data_sets.let([tmp_path / "in"], bench.work.face.files.add_inputs, always=True)
    dialog = _dialog(bench)
    assert dialog.views[0].survey.data_set.title == "Images"
    dialog.load.click()
    bench.until(lambda: len(bench.work.model.samples) == 1)


def test_nothing_stalls_the_window_while_data_is_looked_through(bench: Bench, tmp_path: Path) -> None:
    def gap_ms(turn: int) -> float:
        """The 99th percentile of the gaps while a folder is looked through, and its first samples are drawn."""
        folder = tmp_path / f"a{turn}"
        write_mmsegmentation(folder, {"val": 300})
        watcher = GapWatcher(on_a_core=True)
        watcher.start()
        bench.drop(folder)
        dialog = _dialog(bench, lambda dialog: all(p.reference_words for p in dialog.views[0].previews.previews))
        watcher.stop()
        dialog.reject()
        bench.until(lambda: bench.work.face.data_sets.dialog is None)
        return watcher.percentile_ms(0.99)

    measured = gaps_until_below(STALL_MS, 3, gap_ms)
    assert min(measured) < STALL_MS, measured


def test_a_session_that_is_opened_meanwhile_is_asked_about_nothing(bench: Bench, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 2})
    bench.drop(tmp_path / "a")
    _dialog(bench)
    other = Session.create(tmp_path / "other.granview")
    other.close()
    bench.work.face.sessions.open(other.path)
    bench.until(lambda: bench.work.face.data_sets.dialog is None)
    bench.drop(tmp_path / "a")
    _dialog(bench).load.click()
    bench.until(lambda: len(bench.work.model.samples) == 2)


def test_what_takes_long_can_be_cancelled(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_over = Event()

    def slow(_paths: object, _kinds: object = None, wanted: Callable[[], bool] = lambda: True) -> KnownDataSets:
        while wanted():
            is_over.wait(0.01)
        is_over.set()
        return KnownDataSets()

    monkeypatch.setattr(data_surveyor, "data_sets_in", slow)
    write_scene(tmp_path / "in", "scene")
    bench.drop(tmp_path / "in")
    banners = bench.work.window.banners
    bench.until(lambda: "data-sets" in banners.texts())
    assert banners.texts()["data-sets"] == "Looking through the files…"
    button = banners._banners["data-sets"].button
    assert button is not None
    button.click()
    bench.until(is_over.is_set)
    bench.live(0.1)
    assert len(bench.work.model.samples) == 0
    assert bench.work.face.data_sets.dialog is None

    monkeypatch.undo()
    bench.drop(tmp_path / "in")
    bench.until(lambda: len(bench.work.model.samples) == 1)
