"""Colours of classes in lanes and in references."""

from typing import Any

from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Row, Snapshot
from granview.gui.model.shown_class import ShownClass
from granview.gui.presenters.picture_presenter import PICTURE_PRESENTERS, PicturePresenter
from granview.gui.presenters.shown_classes import ShownClasses
from tests.helpers.canvas import Sketch
from tests.helpers.loaded import Loaded


def test_a_class_of_a_picture_has_the_name_and_colour_of_what_it_counts_as() -> None:
    known = LabelSet(("vehicle", "sky"), ((1, 2, 3), (4, 5, 6)))
    model = ComparisonModel()
    labels = LabelSet(("car", "tree", "SKY"), class_colors(("car", "tree", "SKY")))
    facts = ModelFacts(labels, "UNet", 1, None, None, "cpu", "cpu", 0.0)
    params = RunParams(class_edits={"car": "vehicle"})
    model.load(Snapshot(lanes=((LaneSpec("lane", "zoo:x"), facts, None),), params=params))
    loaded = Loaded(None, Sample("a", "a.png"), known)
    found = ShownClasses(model, loaded)  # type: ignore[arg-type]
    lane = found.label_sets()["lane"]
    assert lane.names == ("vehicle", "tree", "sky")
    assert (lane.colors[0], lane.colors[2]) == known.colors
    assert [entry.name for entry in found.classes()] == ["vehicle", "sky", "tree"]


def test_classes_keep_their_names_where_they_were_scored_in_another_order_than_the_references() -> None:
    names = ("crack", "pit", "scratch")
    known, labels = LabelSet(names[::-1], class_colors(names)), LabelSet(names, class_colors(names))
    facts = ModelFacts(labels, "ResNet", 1, None, None, "cpu", "cpu", 0.0)
    row = Row(True, class_map=ClassMap((0, 1, 2)), scored_labels=labels)
    model = ComparisonModel()
    sample = Sample("a", "a.png")
    model.load(Snapshot((sample,), ((LaneSpec("lane", "zoo:x"), facts, None),), ((("a", "lane"), row),)))
    found = ShownClasses(model, Loaded(None, sample, known))  # type: ignore[arg-type]
    assert found.label_sets()["lane"].names == names
    assert row.class_map_to(labels) == row.class_map
    assert row.class_map_to(known) is row.class_map_to(None) is None


class SketchPresenter(PicturePresenter[Sketch]):
    """Lists strokes, which are no class of any label set."""

    type_name = Sketch.type_name

    @property
    def plural(self) -> str:
        return "sketches"

    def painter(self, *_: Any) -> Any:
        raise NotImplementedError

    def legend_entries(self, prediction: Sketch, labels: LabelSet) -> list[ShownClass]:
        return [ShownClass("strokes", (7, 8, 9)), ShownClass("Sky", (0, 0, 0))]


def test_a_type_can_list_more_than_the_classes_of_its_label_set() -> None:
    labels = LabelSet(("sky",), ((4, 5, 6),))
    model = ComparisonModel()
    facts = ModelFacts(labels, "UNet", 1, None, None, "cpu", "cpu", 0.0)
    model.load(Snapshot(lanes=((LaneSpec("lane", "zoo:x"), facts, None),)))
    loaded = Loaded(None, Sample("a", "a.png"), predictions={"lane": Sketch()})
    with PICTURE_PRESENTERS.temporarily(Sketch.type_name, SketchPresenter()):
        found = ShownClasses(model, loaded).classes()  # type: ignore[arg-type]
    assert found == (ShownClass("sky", (4, 5, 6)), ShownClass("strokes", (7, 8, 9)))
