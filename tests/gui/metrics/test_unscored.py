"""Why a table has no metrics: nothing to score against is told from references whose classes do not match."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.gui.metrics.class_table import classes_table
from granview.gui.metrics.confusion_table import confusion_table
from granview.gui.metrics.metrics_tables import lanes_table, sample_table
from granview.store.session import Session
from tests.helpers.scored import scored_result, write_files
from tests.helpers.store import LABELS, ready

TASK = "image-segmentation"
OTHER_NAMES = LabelSet(("tree", "bark", "leaf"), LABELS.colors)


def test_references_whose_classes_do_not_match_are_not_said_to_be_missing(tmp_path: Path, qapp: QApplication) -> None:
    with Session.create(tmp_path / "s.granview") as session:
        sample = write_files(tmp_path / "pictures", 0, OTHER_NAMES)
        session.add_samples([sample])
        session.add_lane(LaneSpec("one", "zoo:one"))
        session.record([ready("one"), scored_result("one", sample, 0, 0, OTHER_NAMES)])
        tables = (
            lanes_table(session, TASK, None, {}),
            sample_table(session, TASK, sample, None),
            classes_table(session, TASK, "iou"),
            confusion_table(session, TASK),
        )
        for table in tables:
            assert table.is_unscored
            assert "No references" not in table.note
            assert "Match classes" in table.note
