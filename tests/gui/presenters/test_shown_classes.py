"""Colours of classes in lanes and in references."""

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.presenters.shown_classes import ShownClasses
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
