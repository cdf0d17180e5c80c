"""BLEU and chrF: sums over texts must give what sacrebleu gives for the corpus."""

import pytest
import sacrebleu
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from granview.scoring import bleu, chrf

SAID = (
    "the cat sat on the mat",
    "he reads a book because he was interested in world history",
    "",
    "completely different words here, really",
    "天气很好",
)
TARGETS = (
    ["the cat sat on a mat", "there is a cat on the mat"],
    ["he read the book because he was interested in world history", "he was reading a book on world history"],
    ["something", "anything"],
    ["nothing like it at all", "not this one"],
    ["今天天气很好", "天气不错"],
)
STREAMS = [[targets[place] for targets in TARGETS] for place in range(2)]


def test_merged_bleu_is_the_corpus_bleu():
    merged = sum(bleu.bleu_counts(said, targets) for said, targets in zip(SAID, TARGETS, strict=True))
    expected = BLEU().corpus_score(list(SAID), STREAMS)
    assert merged[:2].tolist() == [expected.sys_len, expected.ref_len]
    assert bleu.bleu(merged) == pytest.approx(expected.score)


SHORT = [
    ("yes", ["yes"]),
    ("the cat", ["the cat"]),
    ("a b c", ["a b c"]),
    ("the cat", ["the dog", "a cat"]),
    ("no", ["a b c"]),
]


@pytest.mark.parametrize(("said", "targets"), [*zip(SAID, TARGETS, strict=True), *SHORT])
def test_the_bleu_of_one_text_is_the_sentence_s(said, targets):
    expected = BLEU(effective_order=True).sentence_score(said, targets).score
    assert bleu.bleu(bleu.bleu_counts(said, targets), of_one=True) == pytest.approx(expected)


def test_no_text_has_more_than_a_hundred():
    texts = (" ".join(map(str, range(n))) for n in range(1, 40))
    assert max(bleu.bleu(bleu.bleu_counts(text, [text]), of_one=True) for text in texts) == 100.0


@pytest.mark.parametrize("words", ["yes", "the cat", "a b c", "a b c d", "one two three four five"])
def test_a_text_that_is_right_has_a_hundred_however_short(words):
    assert bleu.bleu(bleu.bleu_counts(words, [words]), of_one=True) == pytest.approx(100)


def test_a_corpus_of_short_texts_is_scored_as_sacrebleu_scores_it():
    merged = sum(bleu.bleu_counts(said, targets) for said, targets in SHORT)
    streams = [[targets[0] for _, targets in SHORT], [targets[-1] for _, targets in SHORT]]
    assert bleu.bleu(merged) == pytest.approx(BLEU().corpus_score([said for said, _ in SHORT], streams).score)


def test_merged_chrf_is_the_corpus_chrf():
    merged = sum(chrf.chrf_counts(said, targets) for said, targets in zip(SAID, TARGETS, strict=True))
    assert chrf.chrf(merged) == pytest.approx(CHRF().corpus_score(list(SAID), STREAMS).score)


def test_without_weight_on_recall_chrf_is_symmetric():
    one, other = (chrf.chrf_counts(*pair, beta=1) for pair in ((SAID[0], [SAID[1]]), (SAID[1], [SAID[0]])))
    assert chrf.chrf(one, beta=1) == pytest.approx(chrf.chrf(other, beta=1))
    assert chrf.chrf(one, beta=1) == pytest.approx(CHRF(beta=1).corpus_score([SAID[0]], [[SAID[1]]]).score)


def test_an_empty_text_scores_nothing():
    assert bleu.bleu(bleu.bleu_counts("", ["a target"])) == 0
    assert chrf.chrf(chrf.chrf_counts("", ["a target"])) == 0


@pytest.mark.parametrize("module", [bleu, chrf])
def test_the_settings_shown_are_those_of_the_signature(module):
    assert module.signature() == f"{module.SETTINGS}|version:{sacrebleu.__version__}"
