import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.limits import MAX_RUN_CHARS
from granview.core.messages import Request
from granview.core.sample import Part, Sample
from granview.core.text import TextInput
from granview.models.adapter import SampleInput
from granview.worker.read_sample import read_sample
from tests.helpers.images import noise, save


def test_a_picture_is_pixels_with_what_its_file_was(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png")
    found = read_sample(Request(1, Sample("a", str(path))), "image")
    assert np.array_equal(found.sample_input, noise())
    assert found.item.subject == (24, 32)
    assert found.item.sample.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.item.sample.size_bytes == path.stat().st_size
    assert found.item.decode_ms > 0
    assert found.item.request.sample.sha256 is None


def test_a_text_file_is_read_whole_and_says_how(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Grüße,\r\nMüller\n".encode("latin-1"))
    found = read_sample(Request(1, Sample("a", str(path), kind="text")), "text")
    assert found.sample_input == TextInput.of("Grüße,\r\nMüller\n") == found.item.subject
    assert found.item.sample.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.item.sample.size_bytes == 15
    assert len(found.item.notices) == 1
    assert "not UTF-8" in found.item.notices[0]


def test_a_record_carries_its_text_and_no_file_is_read() -> None:
    sample_input = TextInput.of("Context.", question="Who?")
    sample = Sample("a", "/nowhere.jsonl", kind="text", record=3, text=sample_input)
    found = read_sample(Request(1, sample), "text")
    assert found.sample_input is sample_input
    assert (found.item.sample, found.item.decode_ms, found.item.notices) == (sample, 0.0, ())


@pytest.mark.parametrize(("kind", "other"), [("image", "text"), ("text", "image")])
def test_a_sample_of_another_kind_is_refused_in_words(kind: str, other: str) -> None:
    with pytest.raises(InputError, match=f"is of kind {kind}, and this model takes {other}s"):
        read_sample(Request(1, Sample("a", "/a.bin", kind=kind)), other)  # type: ignore[arg-type]


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    Image.new("RGB", (2, 2)).save(tmp_path / "b.txt", "PNG")
    with pytest.raises(InputError, match=r"a\.png"):
        read_sample(Request(1, Sample("a", str(tmp_path / "a.png"))), "image")
    with pytest.raises(InputError, match=r"b\.txt .*PNG image"):
        read_sample(Request(1, Sample("b", str(tmp_path / "b.txt"), kind="text")), "text")


def test_a_text_that_is_too_long_for_a_model_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(5 * MAX_RUN_CHARS)
    with pytest.raises(InputError, match=r"a\.txt has 10\.0 MB of text. At most 2,000,000 characters are taken"):
        read_sample(Request(1, Sample("a", str(path), kind="text")), "text")


def test_a_record_that_is_too_long_for_a_model_is_refused() -> None:
    sample_input = TextInput.of("a" * MAX_RUN_CHARS, question="?")
    sample = Sample("a", "/nowhere.jsonl", kind="text", record=3, text=sample_input)
    with pytest.raises(InputError, match=r"a has 2,000,001 characters. At most 2,000,000 are given to a model"):
        read_sample(Request(1, sample), "text")


PHRASE = Part("phrase", "text", "/rows.jsonl", TextInput.of("the left cell"))


def test_a_model_that_takes_parts_is_given_each_as_its_kind_reads_it(tmp_path: Path) -> None:
    path, other = save(tmp_path / "a.png"), save(tmp_path / "b.png", noise(3))
    sample = Sample("a", str(path), parts=(Part("second", "image", str(other)), PHRASE))

    found = read_sample(Request(1, sample), "image", ("second", "phrase"))

    assert isinstance(found.sample_input, SampleInput)
    assert np.array_equal(found.sample_input.main, noise())
    assert np.array_equal(found.sample_input.parts["second"], noise(3))
    assert found.sample_input.parts["phrase"] == PHRASE.text
    assert found.item.subject == (24, 32)
    assert found.item.notices == ()
    assert [part.sha256 for part in found.item.sample.parts] == [hashlib.sha256(other.read_bytes()).hexdigest(), None]


def test_a_part_that_a_model_needs_and_a_sample_lacks_is_named(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png")
    with pytest.raises(InputError, match=r"a\.png has no second and no phrase, and this model needs it"):
        read_sample(Request(1, Sample("a", str(path))), "image", ("second", "phrase"))


def test_a_part_that_no_model_takes_is_not_read_and_said(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png")
    sample = Sample("a", str(path), parts=(Part("second", "image", "/nowhere.png"), PHRASE))

    found = read_sample(Request(1, sample), "image")

    assert np.array_equal(found.sample_input, noise())
    assert found.item.notices == ("This model takes no second and no phrase, and was not given it.",)
    assert found.item.sample.parts == sample.parts


def test_a_part_that_cannot_be_read_fails_its_sample(tmp_path: Path) -> None:
    sample = Sample("a", str(save(tmp_path / "a.png")), parts=(Part("second", "image", str(tmp_path / "b.png")),))
    with pytest.raises(InputError, match=r"b\.png"):
        read_sample(Request(1, sample), "image", ("second",))
