from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.core.events import LaneReady
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.palette import class_colors
from granview.core.prediction import ClassAmounts
from granview.core.sample import Reference, Sample
from granview.core.text import Span, TextInput, TextReference
from granview.gui.inspect.panel import InspectPanel
from granview.gui.inspect.text_legend import TextLegend
from granview.gui.inspect.text_tools import TextTools
from granview.gui.model.view_state import Mode, TextDifference
from granview.gui.presenters.text_classes import amounts_known, in_common
from granview.scoring.matched_names import MatchedNames
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.store import facts

ENTITIES = "token-classification"
NAMES = ("PER", "LOC")
LABELS = LabelSet(NAMES, class_colors(NAMES))
PICTURE_ACTS = ("mode-swipe", "mode-blink", "mode-difference", "outline", "opacity-less", "opacity-more", "actual-size")
TEXT_ACTS = ("text-difference", "confidence", "find", "find-next", "find-previous")


@pytest.fixture
def inspect(bench: Bench, tmp_path: Path) -> InspectPanel:
    """The panel of a window with a picture and a text in which something is known."""
    write_scene(tmp_path / "scenes", "scene")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples) == 1)
    known = TextReference(entities=(Span(0, 4, "PER"), Span(10, 14, "LOC"), Span(19, 24, "LOC")))
    given = TextInput.of("Anna from Oslo and Paris")
    text = Sample("text", "", kind="text", text=given, reference=Reference("", None, known))
    bench.work.model.samples.add([text])
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    panel = bench.work.window.docks.panels["inspect"]
    assert isinstance(panel, InspectPanel)
    return panel


def _tools(inspect: InspectPanel) -> TextTools:
    tools = inspect.parts("text").tools
    assert isinstance(tools, TextTools)
    return tools


def _legend(inspect: InspectPanel) -> TextLegend:
    legend = inspect.parts("text").legend
    assert isinstance(legend, TextLegend)
    return legend


def _show(bench: Bench, name: str) -> None:
    bench.work.model.samples.select(name)
    bench.until(lambda: bench.work.services.loader.is_complete)


def test_acts_and_tools_follow_the_kind_of_the_sample(bench: Bench, inspect: InspectPanel) -> None:
    actions = bench.work.window.actions_by_name
    for name, is_text in (("text", True), ("scene", False), ("text", True)):
        _show(bench, name)
        assert {actions[act].isEnabled() for act in PICTURE_ACTS} == {not is_text}
        assert {actions[act].isEnabled() for act in TEXT_ACTS} == {is_text}
        assert ("for pictures" in actions["outline"].toolTip()) == is_text
        for kind, is_shown in (("text", is_text), ("image", not is_text)):
            assert {part.isHidden() for part in inspect.parts(kind).all()} == {not is_shown}
        assert inspect.modes._buttons[Mode.SWIPE].isEnabled() != is_text


def test_key_of_the_difference_switches_the_words_of_a_text(bench: Bench, inspect: InspectPanel) -> None:
    _show(bench, "text")
    action, view = bench.work.window.actions_by_name["text-difference"], bench.work.services.view
    modes = [bench.work.window.actions_by_name[name] for name in ("mode-all", "mode-difference", "mode-solo")]
    assert [mode.isChecked() for mode in modes] == [True, False, False]
    assert action.isChecked()
    action.trigger()
    assert (view.text_difference, action.isChecked()) == (TextDifference.OFF, False)
    assert _tools(inspect).difference.currentData() == TextDifference.OFF
    QTest.keyClick(bench.work.window, Qt.Key.Key_X)
    assert (view.text_difference, view.mode) == (TextDifference.REFERENCE, Mode.SIDE_BY_SIDE)
    _show(bench, "scene")
    assert not action.isEnabled()
    modes[1].trigger()
    assert view.mode == Mode.DIFFERENCE
    assert [mode.isChecked() for mode in modes] == [False, True, False]


def test_tools_of_texts_set_the_view_and_follow_it(bench: Bench, inspect: InspectPanel) -> None:
    _show(bench, "text")
    view, tools = bench.work.services.view, _tools(inspect)
    tools.confidence.click()
    assert view.shade_confidence
    assert bench.work.window.actions_by_name["confidence"].isChecked()
    bench.work.window.actions_by_name["confidence"].trigger()
    assert not tools.confidence.isChecked()
    view.text_difference = TextDifference.PINNED
    assert tools.difference.currentData() == TextDifference.PINNED
    asked: list[bool] = []
    bench.work.services.texts.find_asked.connect(lambda: asked.append(True))
    QTest.mouseClick(tools.search, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_zoom_changes_the_letters_of_a_text(bench: Bench, inspect: InspectPanel) -> None:
    _show(bench, "text")
    actions, link = bench.work.window.actions_by_name, bench.work.services.texts
    actions["zoom-in"].trigger()
    first = link.points
    actions["zoom-in"].trigger()
    assert link.points == first + 1
    actions["fit"].trigger()
    assert link.points == 0


def test_legend_counts_entity_types_and_hides_them(bench: Bench, inspect: InspectPanel) -> None:
    _show(bench, "text")
    model = bench.work.model
    model.add_lanes([LaneSpec("names", "zoo:x", task="token-classification"), nano("masks")])
    model.apply([LaneReady("names", msgspec.structs.replace(facts(), labels=LABELS))])
    items = _legend(inspect).items
    bench.until(lambda: items.columnCount() == 3)
    assert items.names() == ["PER", "LOC"]
    assert [items.data(items.index(row, 1)) for row in range(2)] == ["1", "2"]
    items.switched.emit("LOC", False)
    assert bench.work.services.view.hidden_classes == {"LOC"}
    _legend(inspect).table.hovered.emit("PER")
    assert bench.work.services.view.highlighted_class == "PER"


def test_legend_lists_a_class_and_what_it_counts_as_once_and_hides_both(bench: Bench, inspect: InspectPanel) -> None:
    _show(bench, "text")
    model, labels = bench.work.model, LabelSet(("PERSON", "LOCATION"), LABELS.colors)
    short, written = LaneSpec("short", "zoo:x", task=ENTITIES), LaneSpec("written", "zoo:x", task=ENTITIES)
    model.add_lanes([short, written])
    model.apply([LaneReady("short", msgspec.structs.replace(facts(), labels=LABELS))])
    model.apply([LaneReady("written", msgspec.structs.replace(facts(), labels=labels))])
    items = _legend(inspect).items
    bench.until(lambda: items.columnCount() == 4)
    assert items.names() == ["PER", "LOC"]
    bench.work.services.loader.reference_text = None
    _legend(inspect).refresh()
    assert items.names() == ["PER", "LOC"]
    items.switched.emit("LOC", False)
    assert bench.work.services.view.hidden_classes == {"LOC", "LOCATION"}
    items.switched.emit("LOC", True)
    assert bench.work.services.view.hidden_classes == frozenset()


def test_amounts_of_classes_that_count_as_one_add_up() -> None:
    names = MatchedNames({"joy": "positive", "love": "positive"})
    found = in_common(ClassAmounts("count", {"joy": 2, "love": 1, "anger": 1}), names)
    assert found.amounts == {"positive": 3, "anger": 1}


def test_known_amounts_are_probabilities_of_classes_and_counts_of_entities() -> None:
    assert amounts_known(TextReference(targets=("x",))) is None
    labelled = amounts_known(TextReference(labels=("PER",)))
    assert labelled is not None
    assert dict(labelled.amounts) == {"PER": 1.0}


def test_face_of_a_lane_says_its_task_where_there_are_several(bench: Bench) -> None:
    model, strip = bench.work.model, bench.work.window.strip
    model.add_lanes([nano("a"), nano("b")])
    assert [strip._chips[name].content.detail for name in ("a", "b")] == ["", ""]
    model.add_lanes([LaneSpec("names", "zoo:x", task="token-classification")])
    assert [strip._chips[name].content.detail for name in ("a", "names")] == ["masks", "entities"]
    model.remove_lane("names")
    assert strip._chips["a"].content.detail == ""


def test_run_without_a_lane_for_the_samples_says_so(bench: Bench) -> None:
    bench.work.model.add_lanes([nano()])
    bench.work.services.importer.add_text(TextInput.of("Words."))
    bench.work.services.runner.run()
    assert "No model here is for samples like these" in bench.work.window.statusBar().currentMessage()
    bench.work.model.add_lanes([LaneSpec("names", "zoo:x", task="token-classification")])
    assert [sample.kind for sample in bench.work.model.missing("names")] == ["text"]
