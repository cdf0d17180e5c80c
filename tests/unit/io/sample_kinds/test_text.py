from pathlib import Path

import pytest

from granview.core.file_names import UniqueNames
from granview.core.sample import Reference, Sample
from granview.io.dataset_format import dataset_suffixes
from granview.io.sample_kind import SAMPLE_FILES, InputFile, SearchContext
from granview.io.sample_kinds.text import PLAIN_TEXT_SUFFIXES

TEXTS = SAMPLE_FILES.get("text")


def test_every_suffix_of_a_text_is_one_of_a_plain_text_or_of_a_data_set() -> None:
    assert TEXTS.suffixes == dataset_suffixes() | PLAIN_TEXT_SUFFIXES
    assert not dataset_suffixes() & PLAIN_TEXT_SUFFIXES


@pytest.mark.parametrize(
    ("name", "is_input"),
    [
        ("README.md", False),
        ("labels.txt", False),
        ("LICENSE", False),
        ("dataset_dict.json", False),
        ("letter.txt", True),
    ],
)
def test_what_is_written_about_other_files_is_no_sample(name: str, is_input: bool) -> None:
    assert TEXTS.is_input(name) == is_input


def test_what_no_text_may_hold_is_none() -> None:
    assert TEXTS.belongs("Grüße".encode(), "x", is_cut=False)
    assert not TEXTS.belongs(bytes(range(256)), "x", is_cut=False)


def test_one_reference_of_one_file_is_its_own_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The whole text.")
    (tmp_path / "other.txt").write_text("The target.")

    found = list(
        TEXTS.samples(
            InputFile(tmp_path / "a.txt"), [Reference(str(tmp_path / "other.txt"))], SearchContext(UniqueNames())
        )
    )

    assert isinstance(found[0], Sample)
    assert found[0].reference is not None
    assert found[0].reference.text is not None
    assert found[0].reference.text.targets == ("The target.",)
