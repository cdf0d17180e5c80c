from pathlib import Path

import pytest
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, IOB1, IOB2, IOBES, Entities

from granview.core.errors import InputError
from granview.core.text import Span
from granview.io.datasets.conll import is_conll, read_conll
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Row
from granview.io.datasets.tag_schemes import Scheme, entities_of, join_tokens, scheme_of

TOKENS = ["Anna", "Maria", "Berg", "met", "Tom", "in", "New", "York"]
TAGGED: dict[Scheme, list[str]] = {
    "IOB1": ["I-PER", "I-PER", "I-PER", "O", "I-PER", "O", "I-LOC", "I-LOC"],
    "IOB2": ["B-PER", "I-PER", "I-PER", "O", "B-PER", "O", "B-LOC", "I-LOC"],
    "BIOES": ["B-PER", "I-PER", "E-PER", "O", "S-PER", "O", "B-LOC", "E-LOC"],
    "BILOU": ["B-PER", "I-PER", "L-PER", "O", "U-PER", "O", "B-LOC", "L-LOC"],
}
SPANS = (Span(0, 15, "PER"), Span(20, 23, "PER"), Span(27, 35, "LOC"))

CONLL_2003 = """\
-DOCSTART- -X- -X- O

EU NNP B-NP B-ORG
rejects VBZ B-VP O
German JJ B-NP B-MISC
call NN I-NP O
. . O O

# NN B-NP O
Peter NNP B-NP B-PER
Blackburn NNP I-NP I-PER
"""


@pytest.mark.parametrize("scheme", TAGGED)
def test_every_scheme_gives_the_same_entities_and_is_told_apart(scheme: Scheme) -> None:
    assert entities_of(TAGGED[scheme], TOKENS) == SPANS
    assert scheme_of([TAGGED[scheme]]) == scheme
    text, _ = join_tokens(TOKENS)
    assert [text[span.start : span.end] for span in SPANS] == ["Anna Maria Berg", "Tom", "New York"]


@pytest.mark.parametrize("scheme", TAGGED)
def test_entities_are_those_of_seqeval(scheme: Scheme) -> None:
    schemes = {"IOB1": IOB1, "IOB2": IOB2, "BIOES": IOBES, "BILOU": BILOU}
    (found,) = Entities([TAGGED[scheme]], schemes[scheme]).entities
    assert [(entity.start, entity.end - 1, entity.tag) for entity in found] == [
        (kind_start, kind_end, kind) for kind, kind_start, kind_end in get_entities(TAGGED["IOB2"])
    ]


@pytest.mark.parametrize(
    "tags",
    [
        ["B-A", "B-A", "I-A", "O"],
        ["I-A", "B-A", "I-B", "I-A"],
        ["O", "I-A", "O", "I-A"],
        ["S-A", "S-A", "B-B", "E-B"],
        ["B-A", "E-A", "I-A", "O"],
        ["B-A", "I-B", "E-B", "S-B"],
    ],
)
def test_neighbours_and_broken_sequences_are_read_as_conlleval_does(tags: list[str]) -> None:
    tokens = ["t"] * len(tags)
    found = [(span.label, span.start // 2, (span.end - 1) // 2) for span in entities_of(tags, tokens)]
    assert found == get_entities(tags)


def test_conll_2003_is_read_with_exact_offsets(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text(CONLL_2003)
    first, second = (item for item in read_conll(tmp_path / "a.conll") if isinstance(item, Row))
    assert first.values["tokens"] == ["EU", "rejects", "German", "call", "."]
    assert second.values == {"tokens": ["#", "Peter", "Blackburn"], "tags": ["O", "B-PER", "I-PER"]}


def test_a_scheme_other_than_iob2_is_said(tmp_path: Path) -> None:
    for content, words in (
        ("Anna I-PER\n\nTom I-PER\nBo B-PER\n", "IOB1"),
        ("Anna I-PER\n\nTom B-PER\n", "a mixture of IOB1 and IOB2"),
        ("Anna S-PER\n", "BIOES"),
    ):
        (tmp_path / "a.conll").write_text(content)
        assert next(read_conll(tmp_path / "a.conll")) == FileRemark(f"a.conll was read as {words}, by its tags.")
    (tmp_path / "a.conll").write_text(CONLL_2003)
    assert isinstance(next(read_conll(tmp_path / "a.conll")), Row)


def test_tabs_keep_spaces_in_tokens_and_comments_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.bio").write_text("# sent_id = 1\nNew York\tB-LOC\r\n字\tO\r\n\r\n", encoding="utf-8", newline="")
    (row,) = (item for item in read_conll(tmp_path / "a.bio") if isinstance(item, Row))
    assert row.values == {"tokens": ["New York", "字"], "tags": ["B-LOC", "O"]}


def test_a_file_without_tags_has_tokens(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("a\nb\n\nc\n")
    assert [item.values for item in read_conll(tmp_path / "a.conll") if isinstance(item, Row)] == [
        {"tokens": ["a", "b"]},
        {"tokens": ["c"]},
    ]


def test_a_damaged_sentence_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("a O\n\nb O\nc no\n\nd O\n")
    items = list(read_conll(tmp_path / "a.conll"))
    assert items[1] == DamagedRecord(2, "has a line that does not end in a tag: 'c no'")
    assert isinstance(items[2], Row)


def test_a_file_of_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("\n-DOCSTART- O\n\n")
    with pytest.raises(InputError, match="holds no sentences"):
        list(read_conll(tmp_path / "a.conll"))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (CONLL_2003, True),
        ("Bonn B-LOC\nis O\n", True),
        ("A note.\nIt ends in O\n", False),
        ("You and I O\nsaw B\n", False),
        ("", False),
        ("word O\nword O\n", False),
    ],
)
def test_conll_is_told_from_prose(head: str, expected: bool) -> None:
    assert is_conll(head) == expected


def test_wrong_tags_are_refused() -> None:
    with pytest.raises(InputError, match="2 tokens but 1 tags"):
        entities_of(["O"], ["a", "b"])
    with pytest.raises(InputError, match="no tag"):
        entities_of(["PER"], ["a"])
