"""Long legends are filtered by typing and by what is in the sample; what is hidden stays hidden."""

from pathlib import Path

import numpy as np
from PIL import Image

from granview.gui.inspect.class_filter import LONG, ClassFilter
from granview.gui.model.shown_class import ShownClass
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import write_scene

CLASSES = [ShownClass(name, (1, 2, 3)) for name in ("road", "rail_road", *(f"class {n}" for n in range(LONG)))]


def test_names_hold_what_is_typed_and_short_lists_have_no_field(qapp) -> None:
    made = ClassFilter()
    names = lambda found: [entry.name for entry in found]  # noqa: E731
    assert made.kept(CLASSES[:3], lambda some: some[:1]) == CLASSES[:1]
    assert made.isHidden()
    assert made.kept(CLASSES, lambda some: some[:2]) == CLASSES[:2]
    made.here.setChecked(False)
    assert made.kept(CLASSES, lambda some: some[:2]) == CLASSES
    made.field.setText("Rail ROAD")
    assert names(made.kept(CLASSES, lambda some: some)) == ["rail_road"]
    made.field.setText("nothing of the kind")
    assert made.kept(CLASSES, lambda some: some) == []
    made.deleteLater()


def test_only_what_is_listed_is_switched_while_something_is_typed(open_window: OpenBench, tmp_path: Path) -> None:
    write_scene(tmp_path / "d", "a")
    Image.fromarray(np.zeros((96, 96), np.uint8)).save(tmp_path / "d" / "a_mask.png")
    (tmp_path / "d" / "classes.txt").write_text("".join(f"kind {n}\n" for n in range(12)))
    bench = open_window(Session.create(tmp_path / "a.granview"))
    bench.drop(tmp_path / "d")
    legend = bench.work.window.docks.panels["inspect"].parts("image").legend
    bench.until(lambda: legend.items.names() == ["kind 0"])
    legend.filter.here.setChecked(False)
    assert len(legend.items.names()) == 12
    legend.filter.field.setText("kind 1")
    assert legend.items.names() == ["kind 1", "kind 10", "kind 11"]
    legend.every.click()
    assert bench.work.services.view.hidden_classes == {"kind 1", "kind 10", "kind 11"}
    legend.filter.field.clear()
    assert bench.work.services.view.hidden_classes == {"kind 1", "kind 10", "kind 11"}
