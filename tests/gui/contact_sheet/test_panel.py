"""The contact sheet: drawn as exports draw it, only what is in view, and a click opens the sample."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.export.overlay import blend
from granview.gui.contact_sheet.rendering import SheetRequest, rendered
from granview.gui.style.theme import LIGHT
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import write_scene

LABELS = LabelSet(("background", "cell"), ((0, 0, 0), (230, 60, 20)))


def pixels_of(image: object) -> np.ndarray:
    shown = image.convertToFormat(image.Format.Format_RGB888)
    rows = np.frombuffer(shown.constBits(), np.uint8).reshape(shown.height(), shown.bytesPerLine())
    return rows[:, : 3 * shown.width()].reshape(shown.height(), shown.width(), 3).copy()


def test_small_pictures_are_what_exports_draw(qapp: object, tmp_path: Path) -> None:
    path = write_scene(tmp_path, "a", size=64)
    sample = Sample("a", str(path), "0" * 64, 1, Reference(str(tmp_path / "a_mask.png")))
    own = np.asarray(Image.open(path))
    one = LabelMap(np.tile(np.array([[0, 1]], np.uint8), (64, 32)))
    other = LabelMap(np.zeros((64, 64), np.uint8))
    labels, said = {"one": LABELS, "other": LABELS}, {"one": one, "other": other}

    def shown(*keys: str, edge: int = 64) -> np.ndarray:
        return pixels_of(rendered(SheetRequest(sample, keys, labels, edge, 0.5, LIGHT, RunParams()), said))

    assert np.array_equal(shown(), own)
    assert np.array_equal(shown("one"), blend(own, one.labels, LABELS, 0.5))
    assert np.array_equal(shown("nobody"), own)
    assert not np.array_equal(shown("reference"), own)
    assert shown("one", edge=32).shape == (32, 32, 3)
    mask = np.asarray(Image.open(tmp_path / "a_mask.png"))
    difference = shown("one", "other").astype(int)
    only_right = (mask == 0) & (one.labels == 1)
    assert (difference[only_right] - own[only_right]).mean(0)[0] > 20


def test_only_what_is_in_view_is_drawn_and_a_click_opens(open_window: OpenBench, tmp_path: Path) -> None:
    for n in range(60):
        write_scene(tmp_path / "d", f"s{n:02}", n, 32)
    bench = open_window(Session.create(tmp_path / "a.granview"))
    bench.drop(tmp_path / "d")
    samples = bench.work.model.samples
    bench.until(lambda: len(samples) == 60)
    bench.work.window.docks.show_panel("contact-sheet")
    panel = bench.work.window.docks.panels["contact-sheet"]
    bench.until(lambda: panel.items.rowCount() == 60)
    drawn: list[str] = []
    panel.pictures.changed.connect(drawn.append)
    panel.shown.setCurrentIndex(1)
    panel.shown.activated.emit(1)
    first = panel.items.index(0)
    bench.until(lambda: drawn and first.data(Qt.ItemDataRole.DecorationRole) is not None)
    assert len(drawn) < 60
    second = panel.view.visualRect(panel.items.index(1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert samples.current is not None
    assert samples.current.name == samples.order[1]
    QTest.keyClick(panel.view, Qt.Key.Key_Left)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert samples.current.name == samples.order[0]
    (tmp_path / "d" / "s00.png").unlink()
    panel.shown.activated.emit(0)
    bench.until(lambda: panel.pictures.error("s00"))
    assert "s00.png" in panel.pictures.error("s00")
