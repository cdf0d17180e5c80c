import pytest

from granview.core.sample import Reference, Sample
from granview.core.text import Case, Span, TextInput, TextReference
from granview.tasks.assignment import tasks_for

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
        (text(TextReference(cases=(Case({}, 1),))), set(EVERY[1:])),
    ],
)
def test_a_sample_is_for_the_tasks_that_its_reference_is_about(sample: Sample, expected: set[str]):
    assert tasks_for(sample, EVERY) == expected


def test_a_single_task_takes_every_sample_of_its_kind():
    assert tasks_for(text(TextReference(labels=("x",))), ["summarization"]) == {"summarization"}
    assert tasks_for(Sample("i", "/i.png"), ["summarization", "depth-estimation"]) == frozenset()
