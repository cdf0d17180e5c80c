"""The page that shows what was understood, by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from granview.engine.picture_server import PictureServer
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.check_list import CheckList, Line
from granview.gui.dialogs.data_sets import DataSetsDialog
from granview.gui.session.pictures import Thumbnails
from granview.io.data_set import DataSetChoice
from granview.io.data_survey import DataSurvey, survey_data
from tests.helpers.coco import CATEGORIES, write_coco
from tests.helpers.coco import SIZE as COCO_SIZE
from tests.helpers.data_sets import SIZE, write_images_and_masks, write_mmsegmentation
from tests.helpers.packed_pictures import rows, save
from tests.helpers.shell_waiting import until
from tests.helpers.spoken import nameless


@pytest.fixture
def page(qapp: QApplication) -> Iterator[DataSetsDialog]:
    """An empty page over a window of 1280 by 800 px."""
    parent, server = QWidget(), PictureServer()
    parent.resize(1280, 800)
    jobs = Jobs(1, "test-jobs", lambda error: pytest.fail(str(error)))
    dialog = DataSetsDialog(Thumbnails(server), jobs, parent)
    dialog.show()
    yield dialog
    dialog.reject()
    jobs.close()
    server.close()


def _show(page: DataSetsDialog, *paths: Path) -> None:
    for event in survey_data(paths):
        if isinstance(event, DataSurvey):
            page.show_survey(event)


def test_it_says_layout_counts_values_and_what_is_left(page: DataSetsDialog, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2}, left_over=2)
    _show(page, tmp_path / "a")
    (view,) = page.views
    assert nameless(page) == []
    words = [label.text() for label in view.findChildren(QLabel)]
    assert "mmsegmentation" in words
    assert f"Told by img_dir beside ann_dir. {tmp_path / 'a'}" in words
    splits = view.choices.splits
    assert [splits.item(row).text() for row in range(2)] == [
        "train: 3, all with reference", "val: 2, all with reference",
    ]  # fmt: skip
    assert splits.names() == ("val",)
    assert [view.tabs.tabText(place) for place in range(2)] == ["&Values of the masks (4)", "Left &over (2)"]
    texts = [view.leftovers.item(0, column).text() for column in range(4)]
    assert texts == ["2", "masks", str(Path("ann_dir/extra/0.png")), "img_dir has no folder extra."]
    assert page.entries.isHidden()


def test_all_references_of_a_picture_are_drawn_masks_below_objects(
    qapp: QApplication, page: DataSetsDialog, tmp_path: Path
) -> None:
    write_images_and_masks(tmp_path / "a", 1, (0, 1, 2))
    one = [
        {"id": 1, "image_id": 1, "category_id": CATEGORIES[0]["id"], "bbox": [2, 2, 10, 10], "area": 100, "iscrowd": 0}
    ]
    path = write_coco(tmp_path / "a" / "instances.json", one, ("p0.png",))
    height, width = SIZE
    text = path.read_text().replace(f'"height": {COCO_SIZE[0]}', f'"height": {height}')
    path.write_text(text.replace(f'"width": {COCO_SIZE[1]}', f'"width": {width}'))
    _show(page, tmp_path / "a")
    (preview,) = page.views[0].previews.previews
    until(qapp, lambda: preview.reference_words)
    masks, objects = preview.reference_words.split("; ")
    assert masks.startswith("class 0 33 %")
    assert objects.startswith("1 ")


@pytest.mark.slow
def test_pictures_in_rows_are_drawn_with_their_masks(qapp: QApplication, page: DataSetsDialog, tmp_path: Path) -> None:
    _show(page, save(tmp_path / "pets", train=rows(2), val=rows(2)))
    (view,) = page.views
    previews = view.previews.previews
    assert [preview.sample.name for preview in previews] == ["val-00000", "val-00001"]
    until(qapp, lambda: all(preview.reference_words for preview in previews))
    assert [preview.error for preview in previews] == ["", ""]
    assert all("class 0 3" in preview.reference_words for preview in previews)
    assert view.tabs.tabText(0) == "&Values of the masks (3)"


def test_entities_of_texts_are_named_by_type_and_marked(
    qapp: QApplication, page: DataSetsDialog, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Ada met\nBob.", encoding="utf-8")
        (tmp_path / f"{name}.ann").write_text("T1\tPER 0 3\tAda\nT2\tPER 8 11\tBob\n", encoding="utf-8")
    _show(page, tmp_path)
    preview = page.views[0].previews.previews[0]
    assert preview.reference_words == "2 PER"
    until(qapp, lambda: preview._text)
    assert [preview._text[span.start : span.end] for span in preview._spans] == ["Ada", "Bob"]
    until(qapp, lambda: len(_colors(preview, 14)) > 3)


def test_samples_are_drawn_with_their_masks(qapp: QApplication, page: DataSetsDialog, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 2})
    _show(page, tmp_path / "a")
    previews = page.views[0].previews.previews
    until(qapp, lambda: all(preview.reference_words for preview in previews))
    assert previews[0].reference_words == "class 0 25 %, class 1 25 %, class 2 25 %"
    assert previews[0].accessibleName() == "val_0.png. class 0 25 %, class 1 25 %, class 2 25 %"
    height = previews[0].height() // 3
    until(qapp, lambda: len(_colors(previews[0], height)) > 3)

    meaning = page.views[0].masks.meaning
    assert meaning is not None
    meaning.rule.setCurrentIndex(meaning.rule.findData("index-from-1"))
    until(qapp, lambda: previews[0].reference_words == "class 0 25 %, class 1 25 %")


def _colors(widget: QWidget, y: int) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3)}


def test_everything_is_reached_by_the_keyboard_and_has_a_name(
    qapp: QApplication, page: DataSetsDialog, tmp_path: Path
) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2})
    _show(page, tmp_path / "a")
    (view,) = page.views
    page.activateWindow()
    view.choices.splits.setFocus(Qt.FocusReason.TabFocusReason)
    until(qapp, view.choices.splits.hasFocus)
    QTest.keyClick(view.choices.splits, Qt.Key.Key_Space)
    assert view.choice == DataSetChoice(("train", "val"))
    assert page.load.isDefault()
    for widget in (view.choices.splits, view.choices.references, view.leftovers, page.entries):
        assert widget.accessibleName()


def test_of_one_group_one_is_ticked(qapp: QApplication) -> None:
    lines = CheckList("references")
    lines.show_lines([Line("a", "A", "x"), Line("b", "B", "x"), Line("c", "C")], ["a", "c"])
    heard: list[tuple[str, ...]] = []
    lines.ticked.connect(lambda: heard.append(lines.names()))
    lines.tick("b")
    assert heard == [("b", "c")]


def test_no_sentence_is_cut_off(page: DataSetsDialog, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2}, left_over=2)
    _show(page, tmp_path / "a")
    QApplication.processEvents()
    for label in page.views[0].findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap(), label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()


def test_enter_in_the_name_of_a_class_does_not_load(page: DataSetsDialog, tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 1})
    _show(page, tmp_path / "a")
    meaning = page.views[0].masks.meaning
    assert meaning is not None
    meaning.rule.setCurrentIndex(meaning.rule.findData("named"))
    line = meaning.boxes[1].lineEdit()
    assert line is not None
    line.clear()
    QTest.keyClicks(line, "sky")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.isVisible()
    assert meaning.choice().named[1] == "sky"
