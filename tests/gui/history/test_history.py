"""The list of deeds alone, with deeds that end when the test says so."""

from collections.abc import Callable

from granview.core.errors import GranViewError
from granview.gui.history.call_deed import CallDeed
from granview.gui.history.history import MOST_DEEDS, Deed, Done, Failed, History


class Slow(Deed):
    """Ends when it is told to."""

    def __init__(self, words: str, waits_for_run: bool = False) -> None:
        super().__init__(lambda: words)
        self.waits_for_run = waits_for_run
        self.acts: list[str] = []
        self.is_forgotten = False

    def undo(self, done: Done, failed: Failed) -> None:
        self.acts.append("undo")
        self.done, self.failed = done, failed

    def redo(self, done: Done, failed: Failed) -> None:
        self.acts.append("redo")
        self.done, self.failed = done, failed

    def forget(self) -> None:
        self.is_forgotten = True


def _history(is_running: Callable[[], bool] = lambda: False) -> tuple[History, list[str]]:
    errors: list[str] = []
    return History(is_running, lambda error: errors.append(str(error)), lambda: GranViewError("Stop first.")), errors


def test_deeds_are_undone_and_redone_in_order_each_once_it_has_ended() -> None:
    history, errors = _history()
    told: list[str] = []
    history.listen(lambda: told.append("" if history.last is None else history.last.words))
    first, second, third = Slow("first"), Slow("second"), Slow("third")
    history.do(first)
    assert history.last is None
    history.undo()
    history.do(second)
    first.done()
    assert history.last is None
    second.done()
    assert history.last is second
    history.undo()
    history.do(third)  # waits for the undoing
    assert (second.acts, third.acts, history.is_replaying) == (["redo", "undo"], [], False)
    second.done()
    assert (third.acts, second.is_forgotten, history.next) == (["redo"], True, None)
    third.done()
    history.undo()
    third.done()
    history.undo()
    first.done()
    assert (history.last, history.next) == (None, first)
    history.redo()
    first.done()
    history.redo()
    third.done()
    assert (history.last, history.next, errors) == (third, None, [])
    assert told[-1] == "third"


def test_what_fails_is_said_and_stays_as_it_was() -> None:
    history, errors = _history()
    deed = Slow("a")
    history.do(deed)
    deed.failed(GranViewError("The disk is full."))
    assert (history.last, errors) == (None, ["The disk is full."])
    history.do(deed)
    deed.done()
    history.undo()
    deed.failed(GranViewError("There is a lane 'a' again."))
    assert (history.last, history.next, len(errors)) == (deed, None, 2)


def test_deeds_that_results_rest_on_are_not_undone_while_lanes_run() -> None:
    running = [True]
    history, errors = _history(lambda: running[0])
    deed, free = Slow("a", waits_for_run=True), Slow("b")
    history.note(deed)
    history.undo()
    assert (deed.acts, errors, history.last) == ([], ["Stop first."], deed)
    history.note(free)
    history.undo()
    free.done()
    running[0] = False
    history.undo()
    assert deed.acts == ["undo"]


def test_old_deeds_are_forgotten_and_a_new_comparison_forgets_all() -> None:
    history, _ = _history()
    deeds = [Slow(str(n)) for n in range(MOST_DEEDS + 3)]
    for deed in deeds:
        history.note(deed)
    assert [deed.is_forgotten for deed in deeds] == [True] * 3 + [False] * MOST_DEEDS
    history.undo()
    deeds[-1].done()
    history.undo()
    history.clear()
    deeds[-2].done()
    assert (history.last, history.next) == (None, None)


def test_what_deeds_change_is_no_deed_of_its_own() -> None:
    history, _ = _history()
    seen: list[tuple[str, bool]] = []
    undo, redo = (lambda name=name: seen.append((name, history.is_replaying)) for name in ("undo", "redo"))
    history.note(CallDeed(lambda: "a", undo, redo))
    history.undo()
    history.redo()
    assert (seen, history.is_replaying) == ([("undo", True), ("redo", True)], False)
