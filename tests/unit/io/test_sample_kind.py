from pathlib import Path

import pytest

from granview.core.sample import Part, Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.io.sample_kind import SAMPLE_FILES, kind_by_suffix, picture_paths, pictures

SECOND = Part("second", "image", "/b.png")
PHRASE = Part("phrase", "text", "/rows.jsonl")
PAIR = Sample("pair", "/a.png", parts=(SECOND, PHRASE))
TEXT = Sample("text", "/t.txt", kind="text")


def test_every_kind_of_samples_is_found_in_files() -> None:
    assert set(SAMPLE_FILES.all()) == set(SAMPLE_KINDS.all())
    assert all(name == files.kind for name, files in SAMPLE_FILES.all().items())


def test_no_suffix_belongs_to_two_kinds() -> None:
    suffixes = [suffix for files in SAMPLE_FILES.all().values() for suffix in files.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(("name", "kind"), [("a.PNG", "image"), ("a.jsonl", "text"), ("a.bin", None), ("a", None)])
def test_a_name_tells_the_kind(name: str, kind: str | None) -> None:
    found = kind_by_suffix(Path(name))
    assert (None if found is None else found.kind) == kind


def test_pictures_are_found_as_first_inputs_and_as_parts() -> None:
    assert pictures([PAIR, TEXT]) == [PAIR]
    assert picture_paths([PAIR, TEXT, PAIR]) == [Path("/a.png"), Path("/b.png")]
