from pathlib import Path

import msgspec

from granview.core.lane import LaneSpec
from granview.core.sample import Reference, Sample
from granview.gui.session.snapshot import read_snapshot
from granview.io.reference_formats.class_name import class_reference
from granview.store.session import Session
from tests.helpers.store import result, sample


def _stale(path: Path, task: str, *references: Reference) -> bool:
    """Whether a result that was not scored is to be computed again, once its session is opened anew."""
    first, *more = references
    own: Sample = msgspec.structs.replace(sample("s"), reference=first, more_references=tuple(more))
    with Session.create(path) as session:
        session.add_samples([own])
        session.add_lane(LaneSpec("lane", "zoo:x", task=task))
        session.start_run()
        session.record([result("lane", msgspec.structs.replace(own, reference=None, more_references=()))])
        ((_, row),) = read_snapshot(session).rows
    return row.stale


def test_a_result_without_scores_is_stale_only_where_its_task_compares_with_a_reference(tmp_path: Path) -> None:
    mask, kind = Reference("/data/s_mask.png"), class_reference(("cat",))
    assert _stale(tmp_path / "a.granview", "image-segmentation", mask)
    assert not _stale(tmp_path / "b.granview", "image-classification", mask)
    assert not _stale(tmp_path / "c.granview", "image-segmentation", kind)
    assert _stale(tmp_path / "d.granview", "image-classification", mask, kind)
