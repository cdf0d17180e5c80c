import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.limits import MAX_RUN_CHARS
from granview.core.messages import Request
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.text import DataSetNames, TextInput, TextReference
from granview.core.truths.text import ReferenceText
from granview.worker.batch import SampleInfo
from granview.worker.length_batcher import LengthBatcher
from granview.worker.sample_kind import WORKER_KINDS

TEXTS = WORKER_KINDS.get("text")
NO_CLASSES = LabelSet((), ())
WHOLE = TextInput.of("One two.")
SAID = GeneratedText("x", np.zeros((0, 2), np.int32), np.zeros(0, np.float32))


def _item(reference: Reference | None) -> SampleInfo:
    sample = Sample("a", "/a.jsonl", reference=reference, kind="text", record=0, text=WHOLE)
    return SampleInfo(Request(1, sample), sample, WHOLE, 0.0)


def test_a_part_that_travels_with_its_sample_is_read_from_no_file() -> None:
    decoded = TEXTS.decode(Part("phrase", "text", "/nowhere.jsonl", WHOLE), RunParams())

    assert decoded.content is decoded.subject is WHOLE
    assert (decoded.sha256, decoded.size_bytes) == (None, None)


def test_a_part_that_is_too_long_for_a_model_is_refused() -> None:
    long = TextInput.of("a" * (MAX_RUN_CHARS + 1))
    with pytest.raises(InputError, match="The phrase has"):
        TEXTS.decode(Part("phrase", "text", text=long), RunParams())


def test_the_truth_is_what_travels_with_the_sample() -> None:
    known, names = TextReference(targets=("One.",)), DataSetNames(("a",))

    found = TEXTS.truth(_item(None), NO_CLASSES, SAID, Reference("/a.jsonl", text=known, data_set=names), ReferenceText)

    assert found == ReferenceText(WHOLE, known, data_set=names)
    assert TEXTS.truth(_item(None), NO_CLASSES, SAID, None, ReferenceText) is None


def test_where_its_own_likelihood_was_computed_a_text_is_scored_by_that() -> None:
    likely = SAID.with_likelihood(3.0, 2)

    assert TEXTS.truth(_item(None), NO_CLASSES, likely, None, ReferenceText) == ReferenceText(WHOLE, TextReference())


def test_texts_share_a_pass_by_length() -> None:
    assert isinstance(TEXTS.batcher(None, 4), LengthBatcher)  # type: ignore[arg-type]
