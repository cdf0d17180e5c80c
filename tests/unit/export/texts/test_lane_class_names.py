"""Names and colours of the lanes of a text, from sessions that the tasks really scored."""

from pathlib import Path

from granview.core.events import Event
from granview.core.labels import ClassMap
from granview.core.run_params import RunParams
from granview.core.text import TextReference
from granview.export.texts.lane_class_names import LaneClassNames
from granview.store.session import Session
from tests.helpers.scored_texts import ENTITIES, text_lane, text_result, text_sample
from tests.helpers.text_tasks import classes, entities, true_entities

KNOWN = TextReference(entities=true_entities((0, 3, "HERO"), (7, 11, "PLACE")))
OWN, OTHER = classes("ORG", "GPE", "HUMAN"), classes("HERO", "DATE")


def _names(tmp_path: Path, *, scored: bool = True) -> tuple[LaneClassNames, Session]:
    """Lane ``a`` ran with a class map, then the session got another; lane ``b`` has not run."""
    session = Session.create(tmp_path / "s.granview")
    sample = text_sample("n", "Ada in Rome", KNOWN)
    session.add_samples([sample])
    events: list[Event] = []
    for name, labels in (("a", OWN), ("b", OTHER)):
        spec, ready = text_lane(name, ENTITIES, labels)
        session.add_lane(spec)
        events.append(ready)
    then = RunParams(class_edits={"HUMAN": "HERO", "GPE": "PLACE"})
    now = RunParams(class_edits={"HUMAN": "", "DATE": "PLACE"})
    result = text_result("a", ENTITIES, sample, entities(OWN, (0, 3, "HUMAN")), labels=OWN, params=then)
    session.record([*events, result] if scored else events)
    session.set_params(now)
    results = {row.lane: row for row in session.results()}
    return LaneClassNames(session, results, sample), session


def test_a_result_goes_by_the_map_that_it_was_scored_with_and_others_by_the_sessions(tmp_path: Path) -> None:
    names, session = _names(tmp_path)
    with session:
        first, second = (names.of(lane) for lane in session.lanes())
    assert first.by_model == {"ORG": "ORG", "GPE": "PLACE", "HUMAN": "HERO"}
    assert second.by_model == {"HERO": "HERO", "DATE": "PLACE"}


def test_without_a_result_the_sessions_map_holds(tmp_path: Path) -> None:
    names, session = _names(tmp_path, scored=False)
    with session:
        first = names.of(session.lanes()[0])
    assert first.model_key("HUMAN") != first.key_of_reference("HERO")


def test_a_map_of_other_classes_is_not_taken(tmp_path: Path) -> None:
    _, session = _names(tmp_path)
    with session:
        rows = {row.lane: row for row in session.results()}
        assert rows["a"].class_map == ClassMap((0, 1, 2))
        loaded_anew = LaneClassNames(session, {"b": rows["a"]}, session.samples()[0]).of(session.lanes()[1])
    assert loaded_anew.by_model == {"HERO": "HERO", "DATE": "PLACE"}


def test_every_lane_and_the_reference_share_one_set_of_colours(tmp_path: Path) -> None:
    names, session = _names(tmp_path)
    with session:
        colors = names.colors()
    assert list(colors) == ["org", "place", "hero"]
    assert tuple(colors.values()) == OWN.colors
