"""A unit of a picture in small: where it is, and the reference's outline about it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from granview.core.image_params import ImageParams
from granview.gui.model.focus import UnitPlace
from granview.gui.session.unit_shower import read_extent
from granview.gui.unit_previews.picture_previews import EDGE_PX, area_about, as_html, outlined, read_outlined_area
from granview.gui.unit_previews.previews_by_kind import PreviewsByKind
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.scored import reference_labels, scored_session

TASK = "image-segmentation"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scored_session(tmp_path / "scored.granview", samples=2, lanes=("good", "poor"))


def place_of_class(session: Session, label: int) -> UnitPlace:
    """The region whose box is that of a class of the reference."""
    rows, columns = np.nonzero(reference_labels(0) == label)
    wanted = (columns.min(), rows.min(), columns.max() + 1 - columns.min(), rows.max() + 1 - rows.min())
    units = session.units("s0", "good")
    assert units is not None
    for place in range(len(units)):
        unit = UnitPlace(TASK, "s0", place)
        extent = read_extent(session, unit)
        if extent.kind == "region" and extent.box is not None and extent.box == QRectF(*map(float, wanted)):
            return unit
    raise AssertionError("there is no such region")


def test_the_reference_gives_the_outline(session: Session) -> None:
    sample = session.samples()[0]
    shown = read_outlined_area(session, place_of_class(session, 2), sample, ImageParams())
    assert shown is not None
    assert shown.inside is not None
    assert shown.area.width() >= 56
    scale = EDGE_PX / shown.area.width()
    rows = np.flatnonzero(shown.inside.any(axis=1))
    assert len(rows) <= scale + 2, "the membrane is a px thin, and its box alone would be no other"
    session.close()


def test_without_a_reference_the_box_is_outlined(session: Session, tmp_path: Path) -> None:
    sample, unit = session.samples()[0], place_of_class(session, 2)
    (tmp_path / "s0_mask.png").unlink(missing_ok=True)
    for mask in tmp_path.rglob("s0_mask.png"):
        mask.write_bytes(b"nothing")
    shown = read_outlined_area(session, unit, sample, ImageParams())
    assert shown is not None
    assert shown.inside is not None
    rows, columns = np.flatnonzero(shown.inside.any(axis=1)), np.flatnonzero(shown.inside.any(axis=0))
    assert shown.inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].all()
    session.close()


def test_a_picture_that_is_gone_has_no_look(session: Session) -> None:
    sample = session.samples()[0]
    Path(sample.path).unlink()
    assert read_outlined_area(session, UnitPlace(TASK, "s0", 0), sample, ImageParams()) is None
    session.close()


def test_a_piece_lies_within_its_picture() -> None:
    assert area_about(QRectF(0, 0, 4, 4), (100, 200)) == QRect(0, 0, 28, 28)
    assert area_about(QRectF(190, 90, 10, 10), (100, 200)) == QRect(172, 72, 28, 28)
    assert area_about(QRectF(0, 0, 200, 100), (100, 200)) == QRect(0, 0, 200, 100)


def test_a_bright_line_and_a_dark_one_run_about_a_unit() -> None:
    crop = QImage(9, 9, QImage.Format.Format_RGB32)
    crop.fill(QColor(90, 90, 90))
    inside = np.zeros((9, 9), bool)
    inside[4, 4] = True
    drawn = outlined(crop, inside)
    assert [QColor(drawn.pixel(4, y)).lightness() for y in range(5)] == [90, 90, 0, 255, 90]
    assert as_html(drawn).startswith('<img src="data:image/png;base64,')


def test_previews_come_when_they_are_made_and_are_kept(open_window: OpenBench, session: Session) -> None:
    bench = open_window(session)
    previews, came = PreviewsByKind(bench.work.services, bench.work.window), []
    previews.changed.connect(lambda: came.append(True))
    unit = place_of_class(session, 2)
    assert previews.html(unit) == ""
    bench.until(lambda: came)
    assert previews.html(unit).startswith("<img")
    assert previews.html(UnitPlace(TASK, "nobody", 0)) == ""
    bench.work.model.params_changed.emit()
    assert previews.html(unit) == ""
    bench.until(lambda: len(came) == 2)
