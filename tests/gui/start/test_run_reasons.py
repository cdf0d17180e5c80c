"""Why Run is grey: one reason for each state, and none where a run can begin."""

import pytest

from granview.gui.start.run_reasons import RunState, reason_for


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (RunState(0, 0, False, False), "open-files"),
        (RunState(3, 0, False, False), "add-lanes"),
        (RunState(0, 2, False, False), "open-files"),
        (RunState(3, 2, False, False), "add-lanes"),
        (RunState(3, 2, True, True), "open-session"),
        (RunState(3, 2, True, False, has_runtime=False), "install-runtime"),
    ],
)
def test_a_grey_run_has_its_reason_and_the_act_that_mends_it(state: RunState, act: str) -> None:
    reason = reason_for(state)

    assert reason is not None
    assert reason.act == act
    assert reason.words
    assert reason.label


def test_where_a_run_can_begin_there_is_no_reason() -> None:
    assert reason_for(RunState(3, 2, True, False)) is None
