"""Colours of classes and entity types in lanes and in the references of texts."""

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.core.text import Span, TextReference
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.presenters.shown_classes import ShownClasses
from tests.helpers.loaded import Loaded


def shown_classes(
    reference: TextReference | None, *types: tuple[str, ...], edits: dict[str, str] | None = None
) -> ShownClasses:
    model = ComparisonModel()
    lanes = []
    for n, names in enumerate(types):
        labels = LabelSet(names, class_colors(names), None)
        facts = ModelFacts(labels, "Bert", 1, None, None, "cpu", "cpu", 0.0)
        lanes.append((LaneSpec(f"lane{n}", "zoo:x", task="token-classification"), facts, None))
    model.load(Snapshot(lanes=tuple(lanes), params=RunParams(class_edits=edits or {})))
    return ShownClasses(model, Loaded(reference))  # type: ignore[arg-type]


def test_the_reference_takes_the_colours_of_the_lanes_and_its_own_types_get_others() -> None:
    reference = TextReference(entities=(Span(0, 1, "date"), Span(1, 2, "LOC"), Span(2, 3, "PER")))
    sets = shown_classes(reference, ("PER", "LOC")).label_sets()
    known = sets[REFERENCE_KEY]
    assert known.names == ("PER", "LOC", "date")
    assert known.colors[:2] == sets["lane0"].colors
    assert known.colors[2] not in sets["lane0"].colors


def test_without_lanes_types_have_colours_too() -> None:
    known = shown_classes(TextReference(labels=("positive",))).label_sets()[REFERENCE_KEY]
    assert known == LabelSet(("positive",), class_colors(("positive",)), None)


def test_without_a_reference_there_are_the_lanes_alone() -> None:
    assert set(shown_classes(None, ("PER",)).label_sets()) == {"lane0"}


def test_types_of_several_lanes_never_share_a_colour() -> None:
    found = shown_classes(None, ("ORG", "LOCATION", "PERSON"), ("GPE", "DATE", "org")).classes()
    assert [entry.name for entry in found] == ["ORG", "LOCATION", "PERSON", "GPE", "DATE"]
    assert len({entry.color for entry in found}) == 5


def test_a_mapped_type_has_the_colour_of_what_it_is_mapped_to_in_every_cell() -> None:
    reference = TextReference(entities=(Span(0, 1, "LOC"), Span(1, 2, "PER"), Span(2, 3, "ORG")))
    edits = {"PLACE": "LOC", "HUMAN": "PER"}
    sets = shown_classes(reference, ("ORG", "PLACE", "HUMAN"), ("PER", "ORG"), edits=edits).label_sets()
    known = dict(zip(sets[REFERENCE_KEY].names, sets[REFERENCE_KEY].colors, strict=True))
    assert sets["lane0"].names == ("ORG", "PLACE", "HUMAN")
    assert sets["lane0"].colors == (known["ORG"], known["LOC"], known["PER"])
    assert sets["lane1"].colors == (known["PER"], known["ORG"])
    assert len(set(known.values())) == 3
