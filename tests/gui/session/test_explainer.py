"""Who is asked what, and which answers count: lanes answer when the test lets them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.explanation import Explanation
from granview.core.messages import Explained, NotExplained
from granview.core.sample import Sample
from granview.gui.explain.panel import ExplainPanel
from granview.gui.session.explainer import Explainer
from tests.helpers.answers import facts, map_answer
from tests.helpers.shell import Bench, nano, write_scene


@dataclass
class Asked:
    """A question that a lane was asked."""

    lane: str
    sample: str
    query: ExplainQuery | None
    answered: Any

    def answer(self, explanation: Explanation | None, *offered: str) -> None:
        """Have the lane answer."""
        packed = None if explanation is None else explanation.packed()
        self.answered(Explained(1, facts(*(offered or ("attention",))), packed))

    def refuse(self, error: str) -> None:
        """Have the lane say why it cannot answer."""
        self.answered(NotExplained(1, error, "Try another.", facts("grad-cam")))


@dataclass
class Lanes:
    """Takes down what lanes are asked, in the place of the runner."""

    asked: list[Asked] = field(default_factory=list)

    def explain(
        self, lane: str, sample: Sample, query: ExplainQuery | None, answered: Any, written: str | None = None
    ) -> None:
        self.asked.append(Asked(lane, sample.name, query, answered))

    def take(self) -> dict[str, Asked]:
        """What was asked since the last call, by lane."""
        taken, self.asked = self.asked, []
        return {one.lane: one for one in taken}


@pytest.fixture
def lanes(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lanes:
    """Two lanes and two pictures; explanations are on, and both lanes have said what can be asked."""
    for name in ("first", "second"):
        write_scene(tmp_path / "scenes", name)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    bench.work.services.runner.add_lanes([nano("a"), nano("b")], load=False)
    lanes = Lanes()
    monkeypatch.setattr(bench.work.services.runner, "explain", lanes.explain)
    bench.work.services.explain.choose(on=True)
    bench.until(lambda: len(lanes.asked) == 2)
    assert [(one.lane, one.query) for one in lanes.asked] == [("a", None), ("b", None)]
    return lanes


def _begin(bench: Bench, lanes: Lanes, *offered: str) -> Explainer:
    """Both lanes say what they offer; what they are asked then is left unanswered."""
    for asked in lanes.take().values():
        asked.answer(None, *(offered or ("attention",)))
    bench.until(lambda: len(lanes.asked) == 2)
    return bench.work.services.explainer


def test_method_that_most_lanes_offer_is_taken_and_asked_for(bench: Bench, lanes: Lanes) -> None:
    first = lanes.take()
    first["a"].answer(None, "attention", "grad-cam")
    first["b"].answer(None, "grad-cam")
    bench.until(lambda: len(lanes.asked) == 2)
    assert [one.query and one.query.method for one in lanes.asked] == ["grad-cam", "grad-cam"]


def test_lanes_are_asked_side_by_side_and_share_one_scale(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    asked = lanes.take()
    asked["b"].answer(map_answer([[0.0, 4.0]]))
    bench.until(lambda: explainer.explanations.heat("b"))
    assert (explainer.explanations.heat("a"), explainer.explanations.top("b")) == (None, 4)
    asked["a"].answer(map_answer([[0.0, 1.0]]))
    bench.until(lambda: explainer.explanations.heat("a"))
    assert [heat.top for lane in "ab" if (heat := explainer.explanations.heat(lane))] == [4, 4]
    bench.work.services.explain.choose(shared_scale=False)
    assert [heat.top for lane in "ab" if (heat := explainer.explanations.heat(lane))] == [1, 4]
    bench.live(0.05)
    assert not lanes.asked, "another scale asks nothing"


def test_maps_of_gradients_have_a_scale_each_unless_the_user_wants_one(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes, "grad-cam")
    for lane, asked in lanes.take().items():
        asked.answer(map_answer([[0.0, {"a": 1.0, "b": 4.0}[lane]]]), "grad-cam")
    bench.until(lambda: explainer.explanations.heat("a") and explainer.explanations.heat("b"))
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    assert [heat.top for lane in "ab" if (heat := explainer.explanations.heat(lane))] == [1, 4]
    assert (panel.shared.isChecked(), panel.warning.isHidden()) == (False, True)
    panel.shared.click()
    assert [heat.top for lane in "ab" if (heat := explainer.explanations.heat(lane))] == [4, 4]
    assert (panel.shared.isChecked(), panel.warning.isHidden()) == (True, False)


def test_a_model_that_is_loaded_for_a_question_says_so(bench: Bench, lanes: Lanes) -> None:
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    assert bench.work.services.explainer.message("a") == "Loading the model…"
    assert (panel.hint.text(), panel.choices.isHidden()) == ("Loading the models…", True)
    _begin(bench, lanes)
    assert panel.choices.isHidden() is False


def test_a_lane_that_shows_nothing_yet_says_after_a_while_that_it_was_asked(
    bench: Bench, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    explainer = _begin(bench, lanes)
    monkeypatch.setattr(Explainer, "loading", ())
    bench.until(lambda: explainer.message("a") == "The model is asked for its explanation…")
    lanes.take()["a"].answer(map_answer([[0.0, 1.0]]))
    bench.until(lambda: explainer.message("a") == "")
    assert explainer.message("b") == "The model is asked for its explanation…"


def test_memory_is_spoken_of_where_there_is_much_of_it(bench: Bench, lanes: Lanes) -> None:
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    _begin(bench, lanes)
    assert panel.words.text().splitlines() == ["Shows: attention says.", "Does not show: And no more.", "A paper"]
    for kept, eager, said in ((300_000, 100_000, ""), (10**6, 24 * 10**6, ""), (10**6, 10**8, "200.0 MB")):
        method = replace(facts("attention").methods[0], has_layers=True)
        of_lane = replace(facts("attention"), methods=(method,), kept_bytes=kept, eager_bytes=eager)
        bench.work.services.explainer.explanations.facts = {"a": of_lane, "b": of_lane}
        bench.work.services.explainer.changed.emit()
        assert ("would take" in panel.words.text(), said in panel.words.text()) == (bool(said), True)


def test_a_method_that_no_lane_offers_says_why_when_the_mouse_is_over_it(bench: Bench, lanes: Lanes) -> None:
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    _begin(bench, lanes)
    methods = panel.choices.method
    methods.view().entered.emit(methods.model().index(1, 0))
    assert panel.words.text().splitlines()[:2] == ["Not for these lanes: Not here.", "Shows: grad-cam says."]
    methods.hidePopup()
    assert panel.words.text().splitlines()[0] == "Shows: attention says."


def test_late_answers_are_dropped(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    late = lanes.take()
    bench.live(0.3)
    bench.work.services.explain.pick(PointPlace(5, 5))
    bench.until(lambda: len(lanes.asked) == 2)
    late["a"].answer(map_answer([[9.0]]))
    lanes.take()["a"].answer(map_answer([[1.0]]))
    bench.until(lambda: explainer.explanations.heat("a"))
    bench.live(0.02)
    assert explainer.explanations.top("a") == 1


def test_answer_under_way_is_awaited_while_the_place_moves(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    under_way = lanes.take()
    for x in (5, 6, 7):
        bench.work.services.explain.pick(PointPlace(x, 5))
        bench.live(0.01)
    assert not lanes.asked
    under_way["a"].answer(map_answer([[1.0]]))
    bench.until(lambda: lanes.asked)
    assert explainer.explanations.heat("a")
    assert [(one.lane, one.query and one.query.place) for one in lanes.asked] == [("a", PointPlace(7, 5))]


def test_another_sample_forgets_pictures_and_place_and_asks_anew(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    bench.work.services.explain.pick(PointPlace(5, 5))
    asked = lanes.take()
    asked["a"].answer(map_answer([[1.0]]))
    bench.until(lambda: explainer.explanations.heat("a"))
    lanes.take()
    bench.work.model.samples.select("second")
    assert explainer.explanations.heat("a") is None
    asked["b"].answer(map_answer([[9.0]]))
    bench.until(lambda: len(lanes.asked) == 2)
    assert explainer.explanations.heat("b") is None, "answers about the sample before are dropped"
    taken = lanes.take()
    assert {one.sample for one in taken.values()} == {"second"}
    assert {one.query.place for one in taken.values() if one.query} == {None}
    assert bench.work.services.viewport.mark is None


def test_lane_that_cannot_answer_says_why_and_the_others_are_shown(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    asked = lanes.take()
    asked["a"].refuse("No attention here.")
    asked["b"].answer(map_answer([[1.0]]))
    bench.until(lambda: explainer.explanations.heat("b"))
    assert explainer.explanations.heat("a") is None
    assert explainer.message("a") == "No attention here. Try another."
    bench.live(0.05)
    assert not lanes.asked, "it is not asked the same again"


def test_lane_that_is_removed_leaves_nothing_and_one_that_is_added_is_asked(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    asked = lanes.take()
    asked["a"].answer(map_answer([[4.0]]))
    asked["b"].answer(map_answer([[1.0]]))
    bench.until(lambda: explainer.explanations.heat("a") and explainer.explanations.heat("b"))
    bench.work.services.runner.remove_lane("a")
    assert (explainer.explanations.heat("a"), explainer.explanations.top("b")) == (None, 1)
    bench.work.services.runner.add_lanes([nano("c")], load=False)
    bench.until(lambda: lanes.asked)
    assert [one.lane for one in lanes.asked] == ["c"]


def test_switched_off_nothing_is_left_and_nothing_is_asked(bench: Bench, lanes: Lanes) -> None:
    explainer = _begin(bench, lanes)
    asked = lanes.take()
    bench.work.services.explain.choose(on=False)
    asked["a"].answer(map_answer([[1.0]]))
    bench.live(0.05)
    assert (explainer.explanations.heat("a"), explainer.explanations.facts, lanes.asked) == (None, {}, [])


def test_what_was_looked_at_is_kept_in_the_session_and_shown_where_no_lane_answers(bench: Bench, lanes: Lanes) -> None:
    explainer, session = _begin(bench, lanes), bench.work.document.session
    for asked in lanes.take().values():
        asked.answer(map_answer([[1.0, 2.0]]))
    bench.until(lambda: len(session.explanations("first")) == 2)
    bench.work.services.explain.choose(on=False, method="")
    bench.work.services.explain.choose(on=True)
    bench.until(lambda: len(lanes.asked) == 2)
    for _ in range(2):
        for asked in lanes.take().values():
            asked.answered(NotExplained(1, "The model is not here."))
        bench.until(lambda: len(lanes.asked) == 2 or explainer.explanations.heat("b"))
    bench.until(lambda: explainer.explanations.heat("a") and explainer.explanations.heat("b"))
    assert explainer.explanations.top("a") == 2
    assert explainer.message("a") == "Shown as the session kept it. The model is not here."


def test_another_session_begins_without_pictures_and_asks_its_own_lanes(
    bench: Bench, lanes: Lanes, tmp_path: Path
) -> None:
    explainer = _begin(bench, lanes)
    asked = lanes.take()
    asked["a"].answer(map_answer([[1.0]]))
    bench.until(lambda: explainer.explanations.heat("a"))
    lanes.take()
    bench.work.window.actions_by_name["new-session"].trigger()
    bench.until(lambda: not bench.work.model.samples.order)
    asked["b"].answer(map_answer([[1.0]]))
    bench.live(0.05)
    assert (explainer.explanations.by_lane, explainer.explanations.facts, lanes.asked) == ({}, {}, [])
    bench.drop(write_scene(tmp_path / "others", "other"))
    bench.work.services.runner.add_lanes([nano("mine")], load=False)
    bench.until(lambda: lanes.asked)
    assert {(one.lane, one.sample) for one in lanes.asked} == {("mine", "other")}


def test_window_that_closes_asks_nothing_more(bench: Bench, lanes: Lanes) -> None:
    _begin(bench, lanes)
    lanes.take()
    bench.work.services.explain.pick(PointPlace(1, 1))
    bench.close()
    bench.live(0.4)
    assert not lanes.asked
