"""How the window settles how pictures and masks are read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from granview.core.image_params import BINARY, ImageParams, ImageRange, MaskValues
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.image_range import ImageRangeDialog
from granview.gui.dialogs.mask_values import MaskValuesDialog
from granview.io.mask_survey import MaskSurvey, survey_masks
from granview.io.mask_table import MaskTable
from granview.io.range_survey import deep_pictures, survey_ranges
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.images import save
from tests.helpers.shell import Bench
from tests.helpers.spoken import nameless

P = TypeVar("P", bound=Page)

CERTAIN, UNCERTAIN = [0, 255], [0, 254]


def _masked(folder: Path, name: str, values: list[int]) -> Path:
    folder.mkdir(exist_ok=True)
    mask = np.array([values] * 8, np.uint8)
    save(folder / f"{name}_mask.png", mask)
    return save(folder / f"{name}.png", np.dstack([mask] * 3))


def _pair(folder: Path, name: str, values: list[int]) -> tuple[Path, Path]:
    """A picture and its mask, to be dropped as files: of those that come in a folder it is asked before."""
    picture = _masked(folder, name, values)
    return picture, folder / f"{name}_mask.png"


def _deep(folder: Path, name: str, top: int) -> Path:
    folder.mkdir(exist_ok=True)
    return save(folder / f"{name}.png", np.array([[top, *[top - 1] * 7]] * 8, np.uint16))


def _page(bench: Bench, kind: type[P]) -> P:
    bench.until(lambda: bench.work.window.findChildren(kind))
    (dialog,) = bench.work.window.findChildren(kind)
    return dialog


def _looked(bench: Bench) -> None:
    bench.until(lambda: bench.work.face.images.is_settled and bench.work.face.images.has_looked)


def test_what_is_certain_is_taken_over_and_said_without_a_question(bench: Bench, tmp_path: Path) -> None:
    _masked(tmp_path / "in", "a", CERTAIN)
    bench.drop(tmp_path / "in")
    bench.until(lambda: bench.work.model.params.image.mask_values == BINARY)
    assert bench.work.window.findChildren(MaskValuesDialog) == []
    said = [entry.text for entry in bench.work.services.event_log.entries]
    assert "The masks hold 0, 255; they are read so: 0 is background, 255 is foreground." in said
    bench.until(lambda: bench.work.services.loader.reference_prediction is not None)
    bench.until(lambda: 1 in bench.work.services.loader.reference_prediction.labels)  # type: ignore[union-attr]
    bench.until(lambda: bench.work.document.session.params().image.mask_values == BINARY)


def test_what_is_not_certain_is_asked_and_runs_wait_for_the_answer(bench: Bench, tmp_path: Path) -> None:
    bench.drop(*_pair(tmp_path / "in", "a", UNCERTAIN))
    dialog = _page(bench, MaskValuesDialog)
    nothing: list[bool] = []
    bench.work.services.runner.nothing_to_run.connect(lambda: nothing.append(True))
    bench.work.services.runner.run()
    assert not nothing
    assert dialog.choice() == MaskValues(named={0: "background", 254: "foreground"})
    assert "foreground 50.0 %" in dialog.words.text()
    dialog.boxes[254].setCurrentText("void")
    assert "Void, and not scored: 50.0 % of the pixels." in dialog.words.text()
    dialog.boxes[0].setCurrentText("")
    assert "Masks that hold 0 are refused" in dialog.words.text()
    dialog.boxes[0].setCurrentText("cell")
    dialog.accept()
    assert bench.work.model.params.image.mask_values == MaskValues(named={0: "cell", 254: None})
    bench.until(lambda: nothing)


def test_no_question_comes_twice_and_a_users_choice_stays(bench: Bench, open_window: OpenBench, tmp_path: Path) -> None:
    bench.drop(*_pair(tmp_path / "in", "a", UNCERTAIN))
    dialog = _page(bench, MaskValuesDialog)
    dialog.rule.setCurrentIndex(dialog.rule.findData("index"))
    dialog.accept()
    bench.close()
    again = open_window(Session.open(tmp_path / "test.granview"))
    _looked(again)
    assert again.work.window.findChildren(MaskValuesDialog) == []
    assert again.work.model.params.image.mask_values == MaskValues()
    _masked(tmp_path / "more", "b", CERTAIN)
    again.drop(tmp_path / "more")
    again.until(lambda: len(again.work.model.samples) == 2)
    _looked(again)
    assert again.work.model.params.image.mask_values == MaskValues()


def test_a_guess_gives_way_when_other_masks_come(bench: Bench, tmp_path: Path) -> None:
    _masked(tmp_path / "in", "a", CERTAIN)
    bench.drop(tmp_path / "in")
    bench.until(lambda: bench.work.model.params.image.mask_values == BINARY)
    _masked(tmp_path / "more", "b", [0, 1, 2])
    bench.drop(tmp_path / "more")
    bench.until(lambda: bench.work.model.params.image.mask_values is None)


def test_dark_pictures_are_asked_about_and_shown_as_chosen(bench: Bench, tmp_path: Path) -> None:
    _deep(tmp_path / "in", "a", 1023)
    _deep(tmp_path / "in", "b", 4095)
    bench.drop(tmp_path / "in")
    dialog = _page(bench, ImageRangeDialog)
    assert dialog.choice() == ImageRange(0, 4095)
    assert "2 pictures hold values from 1022 to 4095." in dialog.words.text()
    dialog.accept()
    bench.until(lambda: _shown_grey(bench) == 64)
    thumbnails = bench.work.services.thumbnails
    path = str(tmp_path / "in" / "b.png")
    bench.until(lambda: thumbnails.get(path) is not None)
    assert thumbnails.get(path).toImage().pixelColor(0, 0).red() == 255  # type: ignore[union-attr]
    bench.until(lambda: bench.work.document.session.params().image.range == ImageRange(0, 4095))


def _shown_grey(bench: Bench) -> int | None:
    picture = bench.work.services.loader.content
    return None if picture is None else int(picture.levels[0].array[0, 0, 0])


def test_both_questions_come_one_after_the_other(bench: Bench, tmp_path: Path) -> None:
    bench.drop(*_pair(tmp_path / "in", "a", UNCERTAIN), _deep(tmp_path / "in", "b", 900))
    masks = _page(bench, MaskValuesDialog)
    assert bench.work.window.findChildren(ImageRangeDialog) == []
    masks.reject()
    brightness = _page(bench, ImageRangeDialog)
    brightness.reject()
    assert bench.work.model.params.image == ImageParams(
        mask_values=MaskValues(named={0: "background", 254: "foreground"})
    )
    bench.until(lambda: bench.work.face.images.is_settled)


def test_nothing_is_asked_while_lanes_run_but_said(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(bench.work.model.lanes), "is_running", True)
    bench.drop(*_pair(tmp_path / "in", "a", UNCERTAIN))
    bench.until(bench.work.window.banners.texts)
    assert "not certain how the new pictures or masks are to be read" in bench.work.window.banners.texts()["images"]
    assert bench.work.window.findChildren(MaskValuesDialog) == []


def test_the_pages_open_from_the_menu_without_any_image(bench: Bench) -> None:
    actions = bench.work.window.actions_by_name
    actions["mask-values"].trigger()
    _page(bench, MaskValuesDialog).accept()
    actions["image-range"].trigger()
    dialog = _page(bench, ImageRangeDialog)
    assert "No picture here has more than 8 bits" in dialog.words.text()
    dialog.low.setValue(10)
    dialog.high.setValue(5)
    assert not dialog.apply.isEnabled()
    dialog.high.setValue(500)
    dialog.accept()
    assert bench.work.model.params.image.range == ImageRange(10, 500)


@pytest.fixture
def new_page(qapp: QApplication) -> Callable[[MaskSurvey, ImageParams], MaskValuesDialog]:
    """Makes pages without a window."""
    from PySide6.QtWidgets import QWidget

    parent = QWidget()

    def new(survey: MaskSurvey, params: ImageParams) -> MaskValuesDialog:
        page = MaskValuesDialog(MaskTable.of(survey, ()), params, (), parent)
        page.show()
        page.hide()
        assert nameless(page) == []
        return page

    return new


def _survey(*folders: Path) -> MaskSurvey:
    from granview.core.sample import Reference, Sample

    masks = [path for folder in folders for path in sorted(folder.glob("*_mask.png"))]
    return survey_masks(
        [Sample(str(path), str(path).replace("_mask", ""), reference=Reference(str(path))) for path in masks]
    )


def test_masks_with_a_class_file_keep_its_classes_beside_masks_without(
    tmp_path: Path, new_page: Callable[[MaskSurvey, ImageParams], MaskValuesDialog]
) -> None:
    _masked(tmp_path / "named", "a", [0, 1, 2])
    (tmp_path / "named" / "classes.json").write_text(json.dumps(["background", "cell", "wall"]), encoding="utf-8")
    _masked(tmp_path / "bare", "b", CERTAIN)
    survey = _survey(tmp_path / "named", tmp_path / "bare")
    page = new_page(survey, ImageParams(mask_values=BINARY))
    shown = {value: box.currentText() for value, box in page.boxes.items()}
    assert shown == {0: "background", 1: "cell", 2: "wall", 255: "foreground"}
    assert page.choice() == BINARY


def test_the_rule_shows_what_it_makes_of_each_value(
    tmp_path: Path, new_page: Callable[[MaskSurvey, ImageParams], MaskValuesDialog]
) -> None:
    _masked(tmp_path / "in", "a", [0, 1, 2, 255])
    page = new_page(_survey(tmp_path / "in"), ImageParams())
    assert [box.currentText() for box in page.boxes.values()] == ["0", "1", "2", "void"]
    page.rule.setCurrentIndex(page.rule.findData("index-from-1"))
    assert [box.currentText() for box in page.boxes.values()] == ["void", "0", "1", "void"]
    assert page.choice() == MaskValues(1)
    page.boxes[0].setCurrentText("sky")
    assert page.rule.currentData() == "named"
    assert page.choice().named[0] == "sky"


def test_the_range_page_keeps_what_is_set_and_offers_what_was_found(qapp: QApplication, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QWidget

    from granview.core.sample import Sample

    parent = QWidget()
    Image.fromarray(np.linspace(-1000, 3000, 64, dtype=np.float32).reshape(8, 8)).save(tmp_path / "ct.tif")
    survey = survey_ranges(deep_pictures([Sample("ct", str(tmp_path / "ct.tif"))]))
    offered = ImageRangeDialog(survey, None, parent)
    assert offered.choice() == ImageRange(-1000, 3000)
    kept = ImageRangeDialog(survey, ImageRange(-200.5, 300), parent)
    assert kept.choice() == ImageRange(-200.5, 300)
    kept.preset.setCurrentIndex(0)
    assert kept.choice() is None
    assert "100.0 % of their pixels lie outside" in kept.words.text()


def test_the_masks_of_one_folder_get_a_reading_of_their_own(bench: Bench, tmp_path: Path) -> None:
    for name, values in (("one", [0, 255]), ("two", [0, 1, 2])):
        _masked(tmp_path / name, name, values)
        bench.drop(tmp_path / name)
        bench.until(lambda name=name: bench.work.services.model.samples.get(name) is not None)
    _looked(bench)
    bench.work.window.actions_by_name["mask-values"].trigger()
    dialog = _page(bench, MaskValuesDialog)
    assert sorted(dialog.boxes) == [0, 1, 2, 255]
    dialog.scope.setCurrentIndex(dialog.scope.findData(str(tmp_path / "one")))
    assert sorted(dialog.boxes) == [0, 255]
    dialog.rule.setCurrentIndex(dialog.rule.findData("named"))
    dialog.boxes[0].setCurrentText("rest")
    dialog.boxes[255].setCurrentText("wall")
    dialog.accept()
    image = bench.work.model.params.image
    assert image.mask_readings == {str(tmp_path / "one"): MaskValues(named={0: "rest", 255: "wall"})}
    assert image.mask_values is None
    bench.until(lambda: bench.work.document.session.params().image == image)
