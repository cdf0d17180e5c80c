"""What is written is read back the same: arrays, messages, index PNGs, settings."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image

from granview.core import messages
from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import GranViewError
from granview.core.json_reading import decode_json
from granview.core.labels import LabelSet
from granview.core.messages import Failure, Log, Partial, Request
from granview.core.palette import class_colors
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.text import TextInput, TextReference, from_utf8, to_utf8
from granview.io.index_png import write_index_png
from granview.io.toml_writer import toml_text

T = TypeVar("T")
DTYPES = st.one_of(hnp.boolean_dtypes(), hnp.integer_dtypes(), hnp.unsigned_integer_dtypes(), hnp.floating_dtypes())
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, min_side=0, max_side=5))
TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)
WORDS = st.text(max_size=20)


def _tried(call: Callable[[], T]) -> tuple[T | None, str]:
    """What a call gives, or the words of its refusal."""
    try:
        return call(), ""
    except GranViewError as error:
        return None, str(error)


@given(ARRAYS)
def test_an_array_comes_back_as_it_was_packed(array: np.ndarray) -> None:
    back = unpack(pack(array))
    assert (back.dtype, back.shape) == (array.dtype.newbyteorder("="), array.shape)
    np.testing.assert_array_equal(back, array)
    assert not back.flags.writeable


@given(ARRAYS, st.text(max_size=6), st.lists(st.integers(-3, 2**64 - 1), max_size=4), st.binary(max_size=60))
def test_an_array_that_is_not_what_was_packed_is_refused_in_words(
    array: np.ndarray, dtype: str, shape: list[int], data: bytes
) -> None:
    whole = pack(array)
    claims = PackedArray(dtype, whole.shape, whole.data), PackedArray(whole.dtype, tuple(shape), whole.data)
    for damaged in (*claims, PackedArray(whole.dtype, whole.shape, data)):
        back, words = _tried(lambda damaged=damaged: unpack(damaged))
        assert "damaged" in words if back is None else back.nbytes == array.nbytes


@given(TEXTS)
def test_any_text_comes_back_from_bytes(text: str) -> None:
    assert from_utf8(to_utf8(text)) == text


SAMPLES = st.builds(
    Sample,
    WORDS,
    WORDS,
    st.none() | WORDS,
    st.none() | st.integers(0, 2**63 - 1),
    st.none()
    | st.builds(Reference, WORDS, st.none() | WORDS, st.none() | st.builds(TextReference, grain=st.floats(0, 9))),
    st.sampled_from(("image", "text")),
    st.none() | st.integers(0, 2**40),
    st.none() | st.builds(TextInput.of, TEXTS, st.none() | TEXTS, st.none() | TEXTS),
)


@given(st.builds(Request, st.integers(0, 2**40), SAMPLES, st.builds(RunParams, st.booleans(), st.floats(0, 1000))))
def test_a_request_arrives_as_it_was_sent(request: Request) -> None:
    assert messages.decode_to_worker(messages.encode(request)) == request


@given(
    st.one_of(
        st.builds(Log, WORDS, WORDS),
        st.builds(Partial, st.integers(0, 2**40), WORDS, WORDS),
        st.builds(Failure, st.integers(0, 2**40), SAMPLES, WORDS, WORDS),
    )
)
def test_an_answer_arrives_as_it_was_sent(answer: Log | Partial | Failure) -> None:
    assert messages.decode_from_worker(messages.encode(answer)) == answer


@given(st.integers(2, 600), st.integers(1, 8), st.integers(1, 8), st.randoms(use_true_random=False))
def test_an_index_png_holds_the_indices(tmp_path: Path, classes: int, height: int, width: int, random) -> None:
    path = tmp_path / "index.png"
    names = tuple(map(str, range(classes)))
    values = [random.randrange(classes) for _ in range(height * width)]
    labels = np.array(values, np.uint16 if classes > 256 else np.uint8).reshape(height, width)
    write_index_png(path, labels, LabelSet(names, class_colors(names), None))
    with Image.open(path) as image:
        np.testing.assert_array_equal(np.asarray(image), labels)


VALUES = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(WORDS, VALUES, max_size=5))
def test_settings_are_read_back_from_toml(values: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(values)) == values


@given(VALUES, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be")))
def test_json_is_read_back_in_any_encoding(value: object, encoding: str) -> None:
    assert decode_json(json.dumps(value, ensure_ascii=False).encode(encoding), "a.json") == value


@given(st.binary(max_size=60))
def test_json_of_any_bytes_is_a_value_or_an_error_in_words(data: bytes) -> None:
    value, words = _tried(lambda: decode_json(data, "a.json", kind=dict[str, int]))
    assert words.startswith("a.json ") if value is None else isinstance(value, dict)
