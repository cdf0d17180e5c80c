"""The structure of a passage: what comes first, how much is told, and how it becomes text."""

from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.pair_facts import PairKind
from granview.report.verdict.passage import MOST_LINES, passage_of, short_form, telling_pairs
from granview.report.verdict.plain_text import markdown, plain_text
from tests.helpers import verdict_facts as made

ENGLISH = LANGUAGES["en"]
SHOWN = made.statement(0.06, shown=True)


def test_the_short_form_tells_the_step_to_the_largest_and_the_ends() -> None:
    ends = made.pair(SHOWN, kind=PairKind.ENDS, lanes=("large", "tiny"))
    low = made.pair(SHOWN, lanes=("mid", "tiny"))
    high = made.pair(SHOWN, lanes=("large", "mid"))
    assert telling_pairs(made.facts(ends, low, high)) == (high, ends)


def test_another_family_comes_before_the_ends_of_the_first() -> None:
    ends = made.pair(SHOWN, kind=PairKind.ENDS, lanes=("large", "tiny"))
    high = made.pair(SHOWN, lanes=("large", "mid"))
    other = made.pair(SHOWN, kind=PairKind.FAMILIES, lanes=("large", "other"))
    assert telling_pairs(made.facts(ends, high, other)) == (high, other)


def test_of_several_families_the_one_that_does_best_is_told() -> None:
    high = made.pair(SHOWN, lanes=("large", "mid"))
    worse = made.pair(SHOWN, kind=PairKind.FAMILIES, lanes=("large", "worse"))
    unknown = made.pair(None, kind=PairKind.FAMILIES, lanes=("large", "unknown"))
    better = made.pair(SHOWN, kind=PairKind.FAMILIES, lanes=("better", "large"))
    assert telling_pairs(made.facts(high, unknown, worse, better)) == (high, better)
    smaller = made.pair(made.statement(-0.2, shown=True), kind=PairKind.FAMILIES, lanes=("large", "smaller"))
    assert telling_pairs(made.facts(high, worse, better, smaller)) == (high, smaller)


def test_without_pairs_it_says_that_there_is_nothing_to_compare() -> None:
    for language in LANGUAGES.values():
        assert short_form(made.facts(), language) == (language.nothing(),)


def test_of_many_places_the_first_have_lines_and_the_rest_are_named() -> None:
    places = tuple(made.statement(0.2, shown=True, place=made.of_class(f"c-{n}")) for n in range(MOST_LINES + 3))
    (card,) = passage_of(made.facts(made.pair(SHOWN, places)), ENGLISH).cards
    (group,) = card.where
    assert len(group.lines) == MOST_LINES + 1
    assert group.lines[0].asked == made.of_class("c-0").asked
    assert group.lines[-1].text == f"the classes c-{MOST_LINES}, c-{MOST_LINES + 1} and c-{MOST_LINES + 2}"
    assert group.lines[-1].asked is None


def test_plain_text_begins_with_the_headline_and_markdown_escapes_names() -> None:
    verdict = made.facts(made.pair(SHOWN, made.places_for(True, True), lanes=("a_b*", "[x]")))
    passage = passage_of(verdict, ENGLISH)
    assert plain_text(passage).startswith(passage.headline[0])
    text = markdown(passage, "Verdict: Segmentation")
    assert text.startswith("# Verdict: Segmentation\n\n**a\\_b\\* is better than \\[x\\] by 0.060 mIoU")
    assert "- **Where**:\n    - a\\_b\\* is better:\n        - regions of 2 to 4 px:" in text
    assert text.endswith("\n")


def test_names_cannot_reorder_what_stands_beside_them() -> None:
    passage = passage_of(made.facts(made.pair(SHOWN, lanes=("user\u202egnp.exe", "b"))), ENGLISH)
    for text in (plain_text(passage), markdown(passage, "T")):
        assert "\u202e" not in text
        assert "U+202E" in text
