"""The sentiment grammar against an independent reader of its sentences."""

import re
from collections import Counter

import pytest

from granview.zoo.texts.sentiment import LABELS, MAX_DEPTH, depth_of, lexicon, make_sentiment
from granview.zoo.texts.sentiment.operators import Operator, diminish, intensify, label_of, negate
from granview.zoo.texts.split import Split

SEEDS = Split.TRAIN.value[:1500]
PHRASES = {
    phrase: operator
    for table in (lexicon.ADVERBS, lexicon.VERB_ADVERBS, lexicon.FRAMES)
    for operator, phrases in table.items()
    for phrase in phrases
}
OPINIONS = {word: value for value, words in lexicon.ADJECTIVES.items() for word in words} | {
    form: value for value, verbs in lexicon.VERBS.items() for verb in verbs for form in verb
}
TOKENS = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in sorted((*PHRASES, *OPINIONS), key=len, reverse=True)))


def read_clause(text: str) -> int:
    """Operators in the order of the text, the opinion last."""
    found = TOKENS.findall(text[:1].lower() + text[1:] if not text.startswith("I ") else text)
    value = next((OPINIONS[one] for one in found if one in OPINIONS), 0)
    for one in reversed([one for one in found if one in PHRASES]):
        value = PHRASES[one](value)
    return value


def read_sentence(text: str) -> int:
    """What a sentence says as a whole, by its conjunction."""
    for pattern, deciding in (
        (r"(.*), but (.*)", 2),
        (r"(.*); however, (.*)", 2),
        (r"Although (.*), (.*)", 2),
        (r"While (.*), (.*)", 2),
        (r"(.*), although (.*)", 1),
        (r"(.*), even though (.*)", 1),
        (r"(.*), despite the fact that (.*)", 1),
    ):
        if match := re.fullmatch(pattern, text):
            return read_clause(match[deciding])
    return sum(read_clause(part) for part in text.split(", and "))


def read(text: str) -> int:
    """What a text says as a whole: its summing up decides where there is one."""
    sentences = text.removesuffix(".").split(". ")
    for sentence in sentences:
        for summary in lexicon.SUMMARIES:
            if sentence.lower().startswith(f"{summary}, "):
                return read_clause(sentence[len(summary) + 2 :])
    (sentence,) = sentences
    return read_sentence(sentence)


@pytest.mark.parametrize(
    ("text", "label"),
    {
        "The soup was good.": "positive",
        "The soup was slightly good.": "neutral",
        "The soup was slightly excellent.": "positive",
        "The soup was not very bad.": "positive",
        "It is only partly true that the soup was not very good.": "negative",
        "I doubt that nobody could claim that the soup was good.": "positive",
        "Although the soup was awful, the bread was nice.": "positive",
        "The soup was awful, although the bread was nice.": "negative",
        "The soup was awful, and the bread was nice.": "negative",
        "The soup was bad, and the bread was nice.": "neutral",
        "The soup was awful. In the end, we loved the bread.": "positive",
        "In no way did I half hate the soup.": "positive",
    }.items(),
)
def test_the_reader_reads_as_people_do(text: str, label: str) -> None:
    assert label_of(read(text)) == label


def test_labels_follow_from_the_words() -> None:
    wrong = [sample for sample in map(make_sentiment, SEEDS) if label_of(read(sample.text)) != sample.label]
    assert not wrong


def test_judgements_of_parts_are_those_of_the_clauses_that_begin_there() -> None:
    for sample in map(make_sentiment, SEEDS[:300]):
        for start, value in sample.parts:
            rest = re.split(r"[,;.]", sample.text[start:])[0]
            assert value == read_clause(rest), (sample.text, start)


def test_depth_is_the_number_of_nested_operators_in_plain_sentences() -> None:
    plain = [sample for sample in map(make_sentiment, SEEDS) if not re.search(r"[,;.].", sample.text)]
    assert len(plain) > 300
    for sample in plain:
        first = sample.text[:1].lower() + sample.text[1:] if not sample.text.startswith("I ") else sample.text
        assert sum(one in PHRASES for one in TOKENS.findall(first)) == sample.depth


def test_depths_and_labels_are_balanced() -> None:
    samples = [make_sentiment(seed) for seed in SEEDS]
    depths, labels = (Counter(getattr(sample, name) for sample in samples) for name in ("depth", "label"))
    assert set(depths) == set(range(MAX_DEPTH + 1))
    assert min(depths.values()) > 0.7 * len(samples) / len(depths)
    assert set(labels) == set(LABELS)
    assert min(labels.values()) > 0.9 * len(samples) / len(labels)


def test_a_seed_gives_its_text_and_depth_for_ever() -> None:
    sample = make_sentiment(10_000_000)
    assert sample.text == "Hugo says that it is only partly true that the klavoley seemed moderately fantastic."
    assert (sample.label, sample.depth) == ("neutral", 2)
    assert all(depth_of(seed) == make_sentiment(seed).depth for seed in SEEDS[:100])


def test_things_of_unseen_texts_are_never_named_in_training() -> None:
    def things(split: Split) -> set[str]:
        texts = (make_sentiment(seed).text for seed in split.value[:1000])
        return {thing for text in texts for thing in re.findall(r"\bthe (?!fact\b|whole\b|end\b|list\b)(\w+)", text)}

    seen, unseen = things(Split.TRAIN), things(Split.TEST) | things(Split.GALLERY)
    assert len(seen) > 100
    assert len(unseen) > 25
    assert not seen & unseen


@pytest.mark.parametrize(
    ("operator", "values"),
    {
        intensify: (-3, -3, -2, 0, 2, 3, 3),
        diminish: (-2, -1, 0, 0, 0, 1, 2),
        negate: (3, 2, 1, 0, -1, -2, -3),
    }.items(),
)
def test_operators_over_the_whole_scale(operator: Operator, values: tuple[int, ...]) -> None:
    assert tuple(operator(value) for value in range(-3, 4)) == values
