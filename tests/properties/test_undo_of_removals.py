"""Removals and other references in any order, undone and done again: the session is as it was, bit by bit."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from granview.core.prediction import pack_prediction
from granview.core.sample import Reference
from granview.core.unit import pack_units
from granview.store.session import Session
from tests.helpers.store import new_session, result, sample

_SAMPLES = [f"s{n}" for n in range(4)]
_LANES = ["small", "large", "third"]


def _state(session: Session) -> dict[str, Any]:
    """All that a user can see: samples and lanes in their order, scores, predictions and units as bytes."""
    seen: dict[str, Any] = {
        "samples": session.samples(),
        "lanes": session.lanes(),
        "results": {(row.sample, row.lane): row for row in session.results()},
    }
    for name, lane in seen["results"]:
        units, prediction = session.units(name, lane), session.prediction(name, lane)
        seen[name, lane] = (
            None if units is None else pack_units(units),
            None if prediction is None else pack_prediction(prediction),
        )
    return seen


class Removals(RuleBasedStateMachine):
    """A session, what it was before each deed, and what undoing and redoing needs to know."""

    @initialize()
    def begin(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "a.granview"
        with new_session(path, len(_SAMPLES), tuple(_LANES)) as session:
            session.record(
                [
                    result(lane, sample(name), request_id=n * 8 + k, seed=n * 8 + k)
                    for n, name in enumerate(_SAMPLES)
                    for k, lane in enumerate(_LANES)
                ]
            )
        self.session = Session.open_document(path, home=path.parent / "home")
        self.done: list[tuple[str, Any, Any]] = []
        self.undone: list[tuple[str, Any, Any]] = []
        self.states = [_state(self.session)]

    @rule(names=st.lists(st.sampled_from(_SAMPLES), min_size=1, unique=True))
    def remove_samples(self, names: list[str]) -> None:
        self._did("samples", names, self.session.set_aside_samples(names))

    @rule(names=st.lists(st.sampled_from(_LANES), min_size=1, unique=True))
    def remove_lanes(self, names: list[str]) -> None:
        self._did("lanes", names, self.session.set_aside_lanes(names))

    @rule(data=st.data(), path=st.sampled_from(["/data/a.png", "/data/b.png", None]))
    @precondition(lambda self: self.session.samples())
    def exchange_references(self, data: st.DataObject, path: str | None) -> None:
        name = data.draw(st.sampled_from([each.name for each in self.session.samples()]))
        aside = self.session.exchange_references({name: [] if path is None else [Reference(path)]})
        self._did("references", name, [aside])

    @rule()
    def save(self) -> None:
        self.session.save()

    @rule()
    @precondition(lambda self: self.done)
    def undo(self) -> None:
        kind, what, aside = self.done.pop()
        if kind == "references":
            aside = self.session.bring_back_references(aside)
        else:
            self.session.bring_back(aside)
        self.undone.append((kind, what, aside))

    @rule()
    @precondition(lambda self: self.undone)
    def redo(self) -> None:
        kind, what, aside = self.undone.pop()
        if kind == "references":
            aside = self.session.bring_back_references(aside)
        elif kind == "samples":
            aside = self.session.set_aside_samples(what)
        else:
            aside = self.session.set_aside_lanes(what)
        self.done.append((kind, what, aside))

    @invariant()
    def it_is_as_it_was_then(self) -> None:
        if self.states:
            assert _state(self.session) == self.states[len(self.done)]

    def _did(self, kind: str, what: Any, aside: Any) -> None:
        dropped = [each for kind, _, held in self.undone if kind == "references" for each in held]
        self.session.drop_asides(dropped)
        self.undone.clear()
        self.done.append((kind, what, aside))
        self.states[len(self.done) :] = [_state(self.session)]

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            self._folder.cleanup()


TestRemovals = Removals.TestCase
TestRemovals.settings = settings(max_examples=4, stateful_step_count=12, deadline=None)
