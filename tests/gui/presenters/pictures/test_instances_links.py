"""The same object in all cells, and what became of each, by hand-made pictures."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QThreadPool
from PySide6.QtWidgets import QApplication

from granview.core.labels import ClassMap, LabelSet
from granview.core.predictions.instances import Instances
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.gui.presenters.pictures.instances_links import InstancesLinks
from tests.helpers.canvas import settle
from tests.helpers.shown_instances import CELLS, discs

SIZE = (100, 400)
BY_OUTCOME = {"color_by": "outcome"}
Links = InstancesLinks


def at(*xs: float, classes: tuple[int, ...] | None = None, **others: Any) -> Instances:
    """Discs in a row, of the first class unless told."""
    centres = np.array([(x, 50.0) for x in xs])
    given = {"class_ids": np.array(classes if classes is not None else (0,) * len(xs))}
    return discs(centres, np.full(len(xs), 20.0), SIZE, **(given | others))


def side(said: Instances, labels: LabelSet = CELLS, **others: Any) -> DifferenceSide[Any]:
    return DifferenceSide("a", said, labels, **others)


@pytest.fixture
def links(qapp: QApplication) -> Links:
    """Three objects; one lane finds the first and invents one, the other is unsure of the second."""
    found = InstancesLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    found.show(
        {
            "reference": side(at(50, 150, 250, classes=(0, 1, 0)), is_reference=True),
            "one": side(at(52, 350, scores=np.array([0.9, 0.8]))),
            "two": side(at(148, classes=(1,), scores=np.array([0.3]))),
        }
    )
    settle(qapp)
    found.set_style(OverlayStyle(options=BY_OUTCOME))
    return found


def legend(links: Links, key: str) -> dict[str, int | None]:
    return {row.text: row.n for row in links.legend(key)}


def test_right_missed_and_invented_are_counted(links: Links) -> None:
    assert legend(links, "one") == {"Right": 1, "Missed": 2, "Invented": 1}
    assert legend(links, "two") == {"Right": 0, "Missed": 3, "Invented": 0}


def test_the_threshold_acts_at_once(links: Links) -> None:
    links.set_style(OverlayStyle(options=BY_OUTCOME, filters={"score": 0.2}))
    assert legend(links, "two") == {"Right": 1, "Missed": 2, "Invented": 0}
    links.set_style(OverlayStyle(options=BY_OUTCOME, filters={"score": 0.85}))
    assert legend(links, "one") == {"Right": 1, "Missed": 2, "Invented": 0}


def test_the_iou_from_which_an_object_is_found_can_be_chosen(links: Links) -> None:
    links.set_style(OverlayStyle(options=BY_OUTCOME, filters={"iou": 0.95}))
    assert legend(links, "one") == {"Right": 0, "Missed": 3, "Invented": 2}


def test_the_reference_says_how_many_lanes_have_found_each(links: Links) -> None:
    assert legend(links, "reference") == {"Found by all": 0, "Found by some": 1, "Found by none": 2}


def test_there_is_no_such_legend_while_classes_give_the_colours(links: Links) -> None:
    links.set_style(OverlayStyle())
    assert links.legend("one") == ()


def test_hovering_names_the_same_object_in_every_cell(links: Links) -> None:
    links.set_style(OverlayStyle(filters={"score": 0.2}))
    assert links.point_at("reference", QPointF(150, 50))
    said = {key: readout.text for key, readout in links.readouts().items()}
    assert said["reference"].startswith("bubble  1,")
    assert said["two"].startswith("bubble  30 %  IoU 0.88")
    assert said["one"] == "n/a"
    assert [links.highlighted(key) for key in ("reference", "one", "two")] == [1, None, 0]
    assert not links.point_at("reference", QPointF(151, 50))
    assert links.point_at("reference", QPointF(100, 5))
    assert links.readouts() == {}


def test_one_that_a_filter_leaves_out_is_told_and_not_drawn(links: Links) -> None:
    links.point_at("reference", QPointF(150, 50))
    assert links.readouts()["two"].text.count("filtered out") == 1
    assert links.highlighted("two") is None


def test_a_missed_object_can_be_pointed_at_where_it_is_missed(links: Links) -> None:
    assert links.point_at("one", QPointF(250, 50))
    assert links.missed_lit("one") == 2
    assert links.readouts()["one"].text == "n/a"
    assert links.readouts()["reference"].name == "nucleus"


def test_the_same_class_is_preferred_to_a_larger_overlap(qapp: QApplication) -> None:
    found = InstancesLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    found.show({"a": side(at(50)), "b": side(at(50, 54, classes=(1, 0)))})
    settle(qapp)
    found.point_at("a", QPointF(50, 50))
    assert found.highlighted("b") == 1


def test_a_crowd_is_neither_missed_nor_are_those_in_it_invented(qapp: QApplication) -> None:
    found = InstancesLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    truth = discs(np.array([(60.0, 50.0)]), np.array([45.0]), SIZE, is_crowd=np.array([True]))
    found.show({"reference": side(truth, is_reference=True), "one": side(at(50, 200))})
    settle(qapp)
    found.set_style(OverlayStyle(options=BY_OUTCOME))
    assert legend(found, "one") == {"Right": 0, "Missed": 0, "Invented": 1, "In a crowd": 1}


def test_classes_are_compared_as_they_were_scored(qapp: QApplication) -> None:
    """The model's classes come in another order, and one is called otherwise."""
    found = InstancesLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    own = LabelSet(("void sphere", "nucleus"), CELLS.colors, None)
    lane = side(at(50, 150, classes=(1, 0)), own, class_map=ClassMap((1, 0)))
    found.show({"reference": side(at(50, 150, classes=(0, 1)), is_reference=True), "one": lane})
    settle(qapp)
    found.set_style(OverlayStyle(options=BY_OUTCOME))
    assert legend(found, "one")["Right"] == 2


def test_a_new_cell_leaves_what_was_compared(qapp: QApplication, links: Links) -> None:
    sides = {key: links.side(key) for key in ("reference", "one", "two")}
    kept = {key: side for key, side in sides.items() if side is not None}
    links.show({**kept, "three": side(at(250))})
    assert legend(links, "one") == {"Right": 1, "Missed": 2, "Invented": 1}
    settle(qapp)
    assert legend(links, "three") == {"Right": 1, "Missed": 2, "Invented": 0}


def test_without_a_reference_nothing_is_right(qapp: QApplication) -> None:
    found = InstancesLinks(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    found.show({"a": side(at(50)), "b": side(at(50))})
    settle(qapp)
    found.set_style(OverlayStyle(options=BY_OUTCOME))
    assert found.outcome("a") is None
    assert found.legend("a") == ()
