import random

import pytest
from seqeval.metrics.sequence_labeling import get_entities

from granview.models.texts.tag_scheme import NO_TYPE, TagScheme

IOB = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
BIOES = ("O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC")


def entities(names, tags):
    scheme = TagScheme.of(names)
    found = scheme.entities([names.index(tag) for tag in tags])
    return [(first, last, scheme.type_names[kind]) for first, last, kind in found]


@pytest.mark.parametrize("names", [IOB, BIOES, ("O", "I-PER", "I-LOC")])
def test_reads_random_tags_as_seqeval_does(names):
    rng = random.Random(0)
    for _ in range(300):
        tags = [rng.choice(names) for _ in range(rng.randrange(1, 12))]
        expected = [(first, last + 1, kind) for kind, first, last in get_entities(tags)]
        assert entities(names, tags) == expected


def test_iob1_and_iob2_are_both_understood():
    assert entities(IOB, ["I-PER", "I-PER", "B-PER", "O", "B-LOC", "I-LOC"]) == [
        (0, 2, "PER"),
        (2, 3, "PER"),
        (4, 6, "LOC"),
    ]


@pytest.mark.parametrize(
    ("names", "tags", "expected"),
    [
        (("O", "B-X", "I-X", "L-X", "U-X"), ["B-X", "L-X", "U-X", "U-X"], [(0, 2), (2, 3), (3, 4)]),
        (("O", "B-X", "M-X", "E-X", "S-X"), ["B-X", "M-X", "E-X", "B-X", "S-X"], [(0, 3), (3, 4), (4, 5)]),
        (("O", "B_X", "I_X"), ["B_X", "I_X", "B_X"], [(0, 2), (2, 3)]),
        (("O", "X"), ["X", "X", "O", "X"], [(0, 2), (3, 4)]),
    ],
)
def test_other_schemes(names, tags, expected):
    assert [span[:2] for span in entities(names, tags)] == expected


def test_names_without_a_tag_that_begins_or_continues_have_no_prefixes():
    scheme = TagScheme.of(("S-CONJ", "E-VERB", "NOUN"))
    assert scheme.type_names == ("S-CONJ", "E-VERB", "NOUN")
    assert scheme.prefixes == ("", "", "")


def test_types_have_no_prefix_and_outside_is_none():
    scheme = TagScheme.of(IOB)
    assert scheme.type_names == ("PER", "LOC")
    assert scheme.types == (NO_TYPE, 0, 0, 1, 1)


def test_a_hyphen_within_a_type_stays():
    assert TagScheme.of(("B-event-sport", "I-event-sport", "O")).type_names == ("event-sport",)
