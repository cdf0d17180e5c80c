"""Data sets that are written are read back the same: tables, lines of JSON, tagged words; in every usual encoding."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from granview.core.sample import Sample
from granview.io.encodings import detect
from granview.io.sample_search import find_samples

CELLS = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\0\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", exclude_categories=("Cc", "Cs")
    ),
    min_size=1,
    max_size=30,
)
WORDS = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)
ROWS = st.lists(st.tuples(CELLS, WORDS), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


def samples(path: Path) -> list[Sample]:
    return [found for found in find_samples([path]) if isinstance(found, Sample)]


@given(ROWS, st.sampled_from(",;\t|"))
def test_a_table_is_read_back(folder: Path, rows: list[tuple[str, str]], delimiter: str) -> None:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "label"), *rows])
    path = folder / "a.csv"
    path.write_bytes(target.getvalue().encode())
    read = [(sample.text.text, sample.reference.text.labels) for sample in samples(path)]
    assert read == [(text, (label,)) for text, label in rows]


@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), WORDS), min_size=1, max_size=6))
def test_lines_of_json_are_read_back(folder: Path, rows: list[tuple[str, str]]) -> None:
    path = folder / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": text, "label": label}) for text, label in rows), "utf-8")
    read = [(sample.text.text, sample.reference.text.labels) for sample in samples(path)]
    assert read == [(text, (label,)) for text, label in rows]


SENTENCES = st.lists(
    st.lists(
        st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.sampled_from(("", "PER", "LOC"))), min_size=1, max_size=4
    ),
    min_size=1,
    max_size=4,
)


@given(SENTENCES)
def test_tagged_words_are_read_back(folder: Path, sentences: list[list[tuple[list[str], str]]]) -> None:
    path = folder / "a.conll"
    path.write_text("O\n".join(["\n\n".join(map(_tagged, sentences))]), "utf-8")
    read = samples(path)
    assert [sample.text.text for sample in read] == [" ".join(w for words, _ in s for w in words) for s in sentences]
    for sample, sentence in zip(read, sentences, strict=True):
        text = sample.text.text
        entities = [(text[e.start : e.end], e.label) for e in sample.reference.text.entities]
        assert entities == [(" ".join(words), label) for words, label in sentence if label]


def _tagged(sentence: list[tuple[list[str], str]]) -> str:
    tags = (
        (word, f"{'BI'[n > 0]}-{label}" if label else "O") for words, label in sentence for n, word in enumerate(words)
    )
    return "\n".join(f"{word} {tag}" for word, tag in tags)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=4, max_size=60),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")),
)
def test_marked_and_utf_8_texts_are_decoded_exactly(text: str, codec: str) -> None:
    data = text.encode(codec)
    assert detect(data, "a.txt").decode(data) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_refused_in_words(folder: Path, data: bytes) -> None:
    for name in ("a.txt", "a.csv", "a.jsonl", "a.conll", "a.json"):
        (folder / name).write_bytes(data)
        assert all(
            isinstance(found, Sample) or found.error
            for found in find_samples([folder / name])
            if hasattr(found, "error") or isinstance(found, Sample)
        )
