import pytest
from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import DefaultTokenizer

from granview.scoring.rouge import TYPES, WordTokenizer, rouge_f

ASCII = (
    ("The cat sat on the mat.", "A cat was sitting on the mat!"),
    ("don't stop-me now", "Don't stop me, now_or never"),
    ("", "something"),
    ("one", "two"),
    ("3.14 is pi", "pi is 3.14"),
)


@pytest.mark.parametrize(("said", "target"), ASCII)
def test_equals_the_package_on_ascii(said: str, target: str):
    expected = RougeScorer(list(TYPES)).score(target, said)
    assert rouge_f(said, [target]) == pytest.approx([expected[name].fmeasure for name in TYPES])
    for text in (said, target):
        assert WordTokenizer().tokenize(text) == DefaultTokenizer().tokenize(text)


def test_the_best_target_counts_for_each():
    assert rouge_f("the cat", ["a dog", "the cat"]) == pytest.approx([1, 1, 1])


def test_other_scripts_have_words_too():
    assert rouge_f("我爱北京", ["我爱上海"])[0] == pytest.approx(2 / 4)
    assert rouge_f("“Öl” für नमस्ते", ["öl für नमस्ते"]) == pytest.approx([1, 1, 1])
    assert rouge_f("كيف حالك", ["كيف انت"])[0] == pytest.approx(1 / 2)
