from pathlib import Path

import pytest

import granview
from granview.store.session import Session
from tests.helpers.scored import scored_session


def test_a_session_with_unsaved_changes_beside_it_is_read_as_it_was_saved_and_says_so(tmp_path: Path) -> None:
    paths = tmp_path / "a.granview", tmp_path / "b.granview"
    for path in paths:
        scored_session(path, samples=3).close()
    with Session.open_document(paths[1], home=tmp_path / "home") as session:
        session.remove_lane("poor")
    with pytest.warns(UserWarning, match=r"b\.granview has changes of .* that were not saved") as warned:
        compared = granview.compare_sessions(*paths, lanes=["poor"])
    assert len(warned) == 1
    assert len(compared.metrics())
