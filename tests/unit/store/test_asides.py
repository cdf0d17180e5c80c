import sqlite3
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.mark import UnitId, UnitMark
from granview.core.sample import Reference
from granview.store.session import Session
from tests.helpers.store import label_map, new_session, result, sample


def _everything(session: Session) -> tuple[object, ...]:
    rows = [(row.sample, row.lane, row.scored, row.timing, row.packed_statistics) for row in session.results()]
    return [one.name for one in session.samples()], [one.name for one in session.lanes()], rows, session.marks()


def test_removed_samples_and_lanes_come_back_with_all_that_they_had(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path, samples=3) as session:
        session.record([result(lane, sample(f"s{n}"), seed=n) for n in range(3) for lane in ("small", "large")])
        session.put_marks([UnitMark(UnitId("s1"), "important", "Why.")])
        before, units = _everything(session), session.unit_keys()
        samples = session.set_aside_samples(["s1", "nobody"])
        lane = session.set_aside_lanes(["large"])
        assert [each.name for each in session.samples()] == ["s0", "s2"]
        assert [each.name for each in session.lanes()] == ["small"]
        assert [(row.sample, row.lane) for row in session.results()] == [("s0", "small"), ("s2", "small")]
        assert len(session.unit_keys()) == 2
        assert session.marks() == []
        assert session.prediction("s1", "small") is None
        session.record([result("small", sample("s1"), request_id=9), result("large", sample("s0"), request_id=9)])
        with Session.open(path, read_only=True) as reader:
            assert len(reader.results()) == 2
        assert session.bring_back(lane) == ["large"]
        assert session.bring_back(samples) == ["s1"]
        assert (_everything(session), session.unit_keys()) == (before, units)
        prediction = session.prediction("s1", "large")
        assert prediction is not None
        np.testing.assert_array_equal(prediction.labels, label_map(1).labels)


def test_a_name_that_was_taken_meanwhile_brings_nothing_back(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview", samples=3) as session:
        aside = session.set_aside_samples(["s0", "s1"])
        session.add_samples([sample("s1")])
        with pytest.raises(ArgumentError, match="'s1' again"):
            session.bring_back(aside)
        assert [each.name for each in session.samples()] == ["s2", "s1"]
        session.remove_samples(["s1"])
        assert session.bring_back(aside) == ["s0", "s1"]


def test_what_is_set_aside_is_gone_after_the_session_was_closed_killed_or_copied(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.granview", tmp_path / "b.granview"
    with new_session(path) as session:
        session.record([result("small", sample(name)) for name in ("s0", "s1")])
        dropped = session.set_aside_samples(["s0"])
        session.save_copy(copy)
        assert _counts(copy) == (1, 1, 0)
        assert _counts(path) == (2, 2, 1)
        session.drop_asides([dropped])
        assert _counts(path) == (1, 1, 0)
        session.set_aside_lanes(["small"])
    assert _counts(path) == (1, 0, 0)
    with sqlite3.connect(path) as left:  # as a process that was killed leaves it
        left.execute("INSERT INTO asides (id) VALUES (7)")
        left.execute("INSERT INTO aside_samples SELECT id, 7, name FROM samples")
    with Session.open(path) as session:
        assert session.samples() == []
    assert _counts(path)[0] == 0


def _counts(path: Path) -> tuple[int, ...]:
    connection = sqlite3.connect(path)
    tables = ("samples", "results", "asides")
    counts = tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
    connection.close()
    return counts


def test_references_that_are_exchanged_bring_their_scores_back(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result(lane, sample("s0"), seed=3) for lane in ("small", "large")])
        before = session.results()
        other = Reference("/data/other.png")
        old = session.exchange_references({"s0": (other,)})
        assert session.samples()[0].reference == other
        assert not any(row.scored for row in session.results())
        assert session.unit_keys() == []
        session.start_run()
        again = result("large", session.samples()[0], request_id=2, seed=5)
        session.record([again])
        after = session.results()
        new = session.bring_back_references([old])
        assert session.samples()[0].reference.path == "/data/s0_mask.png"
        small, large = session.results()
        assert small.packed_statistics == before[0].packed_statistics
        assert session.units("s0", "small") is not None
        assert not large.scored  # it was computed again meanwhile, against the other
        session.bring_back_references(new)
        assert session.samples()[0].reference == other
        assert [row.packed_statistics for row in session.results()] == [row.packed_statistics for row in after]
