"""The entity grammar: exact spans, consistent types, disjoint names."""

from collections import Counter

from granview.zoo.texts.entities import LABELS, TAGS, make_entities, words
from granview.zoo.texts.entities.contexts import SENTENCES, SUBJECTS
from granview.zoo.texts.sample import EntityText, Span
from granview.zoo.texts.split import Split

SAMPLES = [make_entities(seed) for seed in Split.TRAIN.value[:3000]]


def names(sample: EntityText) -> list[str]:
    return [sample.text[span.start : span.end] for span in sample.spans]


def test_a_seed_gives_its_text_for_ever() -> None:
    sample = make_entities(10_000_005)
    assert sample.text == (
        "My neighbour August was a nurse until the second week of May. He is a doctor and a father of two. "
        "The new Pelro 11 by Givia will ship on the night of Saturday, 9 January 1990."
    )
    assert sample.spans == (
        Span(13, 19, "PERSON"),
        Span(38, 60, "DATE"),
        Span(106, 114, "PRODUCT"),
        Span(118, 123, "ORG"),
        Span(137, 174, "DATE"),
    )
    assert names(sample)[1:] == ["the second week of May", "Pelro 11", "Givia", "the night of Saturday, 9 January 1990"]


def test_spans_are_whole_words_in_order() -> None:
    for sample in SAMPLES:
        ends = [0]
        for span in sample.spans:
            assert ends[-1] <= span.start < span.end <= len(sample.text)
            assert span.label in LABELS
            name = sample.text[span.start : span.end]
            assert name == name.strip()
            assert not sample.text[span.start - 1 : span.start].isalnum() or span.start == 0
            assert not sample.text[span.end : span.end + 1].isalnum()
            ends.append(span.end)


def test_entities_have_one_to_eight_words() -> None:
    lengths = Counter(len(name.split()) for sample in SAMPLES for name in names(sample))
    assert all(lengths[length] > 100 for length in range(1, 9))
    assert sum(count for length, count in lengths.items() if length > 8) < 0.01 * lengths.total()


def test_nested_looking_names_are_one_entity() -> None:
    nested = [
        name for sample in SAMPLES for name in names(sample) if name.startswith("University of ") and " at " in name
    ]
    assert len(nested) > 20
    assert any(len(name.split()) == 7 for name in nested)


def test_ambiguous_names_have_every_type_that_they_may_have() -> None:
    found: dict[str, set[str]] = {}
    for seed in Split.TRAIN.value[:20_000]:
        sample = make_entities(seed)
        for span, name in zip(sample.spans, names(sample), strict=True):
            found.setdefault(name, set()).add(span.label)
    for name, labels in words.AMBIGUOUS.items():
        assert set(labels) <= found[name], name


def test_some_texts_have_no_case_cues_and_some_no_entities() -> None:
    lower = sum(sample.text == sample.text.lower() for sample in SAMPLES) / len(SAMPLES)
    upper = sum(sample.text == sample.text.upper() for sample in SAMPLES) / len(SAMPLES)
    assert 0.15 < lower < 0.25
    assert 0.03 < upper < 0.08
    assert any(not sample.spans and "apple" in sample.text for sample in SAMPLES)


def test_known_names_of_unseen_texts_are_never_in_training() -> None:
    common = {*words.AMBIGUOUS, *words.PRODUCT_ENDS, *words.PLACE_TAILS}
    known = {*words.FIRST_NAMES, *words.SURNAMES, *words.PLACES} - common

    def used(split: Split) -> set[str]:
        samples = (make_entities(seed) for seed in split.value[:2000])
        spoken = {word for sample in samples for name in names(sample) for word in name.split()}
        return spoken & known

    seen, unseen = used(Split.TRAIN), used(Split.TEST)
    assert len(seen) > 150
    assert len(unseen) > 40
    assert not seen & unseen


def test_tags_and_contexts_cover_all_types() -> None:
    assert TAGS[0] == "O"
    assert set(TAGS[1:]) == {f"{prefix}-{label}" for prefix in "BI" for label in LABELS}
    assert set(SUBJECTS) == set(LABELS)
    assert all("{" in sentence for sentence in SENTENCES)
