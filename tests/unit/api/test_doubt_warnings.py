from pathlib import Path

import pytest

import granview
from granview.api.doubt_warnings import warn_of_doubts
from granview.io.search_events import Doubt, Notice


def test_doubts_alone_are_warned_of_with_what_settles_them() -> None:
    said = (Notice(Path("a"), "All is well."), Doubt(Path("masks"), "It is not certain.", "Settle it."))
    with pytest.warns(granview.UncertainReading) as caught:
        warn_of_doubts(said)
    assert [str(each.message) for each in caught] == ["masks: It is not certain. Settle it."]
