import pytest

from granview.core.lane import LaneSpec
from granview.core.measurements import Timing
from granview.export.captions import (
    caption_columns,
    lane_details,
    metric_lines,
    writing_line,
)
from granview.export.page_content import Detail
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS, Column, Task


def test_the_best_is_marked_unless_all_show_the_same() -> None:
    columns = [Column("miou", "mIoU", better="higher"), Column("ms", "Time", "ms", "lower", 1)]
    lanes = [{"miou": 0.50004, "ms": 3.0}, {"miou": 0.50001, "ms": 2.0}, {"miou": None, "ms": None}]
    shown = [metric_lines(columns, lanes, lane) for lane in range(3)]
    assert shown == [
        [Detail("mIoU 0.500"), Detail("Time 3.0 ms")],
        [Detail("mIoU 0.500"), Detail("Time 2.0 ms · best", True)],
        [Detail("mIoU n/a"), Detail("Time n/a")],
    ]


@pytest.mark.parametrize("task", TASKS.all().values(), ids=lambda task: task.name)
def test_captions_name_the_columns_that_the_task_says(task: Task) -> None:
    named = [column.name for column in caption_columns(task)]
    assert named
    assert set(named) == set(task.caption_columns)


@pytest.mark.parametrize(
    ("timing", "line"),
    [
        (None, ""),
        (Timing(1, 2, 3), ""),
        (Timing(1, 2, 3, new_tokens=1), "1 token"),
        (Timing(1, 2, 3, first_token_ms=11.24, new_tokens=1_234), "1,234 tokens · first after 11.2 ms"),
    ],
)
def test_writing_is_told_by_tokens_and_when_the_first_came(timing: Timing | None, line: str) -> None:
    assert writing_line(ResultRow("s", "a", "ok", 1, 1, timing=timing)) == line


def test_metrics_that_no_lane_has_are_left_out_and_one_that_a_lane_lacks_is_not() -> None:
    lane = LaneRecord(LaneSpec("a", "zoo:a", task="text2text-generation"))
    of_lanes = [{"chrf": 50.0, "correct": None}, {"chrf": None, "correct": None}]
    told = [[detail.text for detail in lane_details(lane, None, of_lanes, index)][2:] for index in (0, 1)]
    assert told == [["chrF 50.00"], ["chrF n/a"]]
