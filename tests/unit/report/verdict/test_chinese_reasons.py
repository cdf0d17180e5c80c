"""Sentences that results keep in English are those of the table, made by what really says them."""

import signal

import pytest

from granview.core.class_matching import match_names
from granview.engine.process_outcome import ProcessOutcome, hung
from granview.report.verdict.chinese_reasons import reason
from granview.tasks.class_matching_notices import matching_notices, spelling_notices


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (ProcessOutcome(-signal.SIGSEGV).message, "模型的进程崩溃（SIGSEGV）。"),
        (ProcessOutcome(-signal.SIGKILL).message, "模型的进程被系统终止（SIGKILL），可能是因为内存耗尽。"),
        (ProcessOutcome(3).message, "模型的进程意外结束，退出码为 3。"),
        (ProcessOutcome(None).message, "模型的进程无法启动。"),
        (hung(90).message, "模型的进程 90 秒没有响应，已被终止。"),
        (spelling_notices((("Cell", "cell"),))[0], "参考标注对同一类别有多种写法，合并计为一类：Cell is cell。"),
    ],
)
def test_failures_that_the_program_words_are_said_in_chinese(english: str, chinese: str) -> None:
    assert reason(english) == chinese


def test_classes_that_do_not_match_are_named_as_they_are() -> None:
    model, reference = ("sky", "road"), ("sky", "模型A")
    (missed,) = matching_notices(match_names(model, reference), model, reference, reference, "class")
    assert reason(missed).startswith(
        "2 个类别中只有 1 个匹配：模型没有与参考标注的类别 '模型A' 同名的类别，因此不评分。"
    )
    (none,) = matching_notices(match_names(("bad",), ("9",)), ("bad",), ("9",), ("9",), "type")
    assert "模型的类别为 bad。" in reason(none)


def test_the_words_of_a_library_stay() -> None:
    assert reason("RuntimeError: expected 3 channels, got 4") == "RuntimeError: expected 3 channels, got 4"
