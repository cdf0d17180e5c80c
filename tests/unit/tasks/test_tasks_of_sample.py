import subprocess
import sys

import pytest

from granview.core.sample import Reference, Sample
from granview.core.text import Case, Span, TextInput, TextReference
from granview.tasks.tasks_of_sample import parts_read, tasks_for, tasks_missed

EVERY = ("image-segmentation", "text-classification", "token-classification", "question-answering", "summarization")


def text(known: TextReference | None = None, question: str | None = None) -> Sample:
    reference = None if known is None else Reference("", text=known)
    return Sample("t", "", kind="text", text=TextInput.of("Some text.", question=question), reference=reference)


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (Sample("i", "/i.png"), {"image-segmentation"}),
        (text(TextReference(labels=("good",))), {"text-classification"}),
        (text(TextReference(entities=(Span(0, 4, "PER"),))), {"token-classification"}),
        (text(TextReference(answers=())), {"question-answering"}),
        (text(question="Who?"), {"question-answering"}),
        (text(TextReference(targets=("x",))), {"summarization"}),
        (text(TextReference(labels=("x",), targets=("x",))), {"text-classification", "summarization"}),
        (text(), set(EVERY[1:])),
        (text(TextReference(cases=(Case({}, 1),))), set()),
    ],
)
def test_a_sample_is_for_the_tasks_that_its_reference_is_about(sample: Sample, expected: set[str]):
    assert tasks_for(sample, EVERY) == expected


def test_a_single_task_takes_every_sample_of_its_kind():
    assert tasks_for(text(TextReference(labels=("x",))), ["summarization"]) == {"summarization"}
    assert tasks_for(Sample("i", "/i.png"), ["summarization", "video-classification"]) == frozenset()


def test_a_text_that_none_of_several_tasks_is_meant_for_says_what_is_missing():
    asked, lanes = text(question="Who?"), ["text-classification", "token-classification"]
    assert tasks_for(asked, lanes) == frozenset()
    assert tasks_missed(asked, lanes) == {"question-answering"}


@pytest.mark.parametrize(
    ("sample", "tasks"),
    [
        (text(question="Who?"), ["question-answering", "summarization"]),
        (text(question="Who?"), ["summarization"]),
        (text(question="Who?"), ["image-segmentation", "summarization"]),
        (text(question="Who?"), []),
        (text(question="Who?"), ["image-segmentation"]),
        (text(), ["summarization", "text-classification"]),
        (Sample("i", "/i.png"), ["summarization", "text-classification"]),
    ],
)
def test_nothing_is_missing_where_a_task_is_for_a_sample_or_none_takes_its_kind(sample: Sample, tasks: list[str]):
    assert tasks_missed(sample, tasks) == frozenset()


def test_the_parts_that_tasks_read_are_those_they_need_and_those_they_can_read():
    assert parts_read(["question-answering", "text-classification", "juggling"]) == {"question", "pair"}
    assert parts_read(["summarization", "image-segmentation"]) == parts_read([]) == frozenset()


def test_without_lanes_no_task_is_loaded() -> None:
    code = "import sys; from granview.tasks.tasks_of_sample import parts_read; parts_read([]); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "granview.tasks.tasks_of_sample" in loaded
    assert "granview.tasks.image_segmentation" not in loaded
