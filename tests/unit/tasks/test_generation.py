import math

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.text import Case
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores, Task, is_compared
from tests.helpers.text_tasks import NO_LABELS, truth, written

NAMES = ("summarization", "translation", "text-generation", "text2text-generation")
EVERY = pytest.mark.parametrize("task", [TASKS.get(name) for name in NAMES], ids=NAMES)
CODE = TASKS.get("text2text-generation")
CASES = (Case({"x": [3, 1]}, 4), Case({"x": []}, 0))


def score(task: Task, said: GeneratedText, given: str = "given text", **reference: object) -> Scores:
    return task.score(said, NO_LABELS, truth(given, **reference), RunParams())


@EVERY
def test_merged_texts_have_the_corpus_scores(task: Task):
    said = ["the cat sat on the mat", "it rained all day", ""]
    targets = ["a cat sat on the mat", "it rained the whole day", "not empty"]
    pairs = zip(said, targets, strict=True)
    parts = [score(task, written(left), targets=(right,)).statistics for left, right in pairs]
    found = task.metrics(merge_statistics(parts))
    assert found["bleu"] == pytest.approx(BLEU().corpus_score(said, [targets]).score)
    assert found["chrf"] == pytest.approx(CHRF().corpus_score(said, [targets]).score)
    each = [task.metrics(part)["rouge_l"] for part in parts]
    assert found["rouge_l"] == pytest.approx(sum(each) / 3)
    assert (found["exact_match"], found["perplexity"], found["correct"]) == (0.0, None, None)


@EVERY
def test_a_perfect_text_gets_the_top_of_every_column(task: Task):
    target = "one two three four five"
    found = task.metrics(score(task, written(f" {target}\n"), targets=("other", target)).statistics)
    tops = {column.name: column.top for column in task.columns if column.better == "higher"}
    assert {name: found[name] for name in tops if found[name] is not None} == pytest.approx(
        {name: tops[name] for name in ("rouge1", "rouge2", "rouge_l", "chrf", "bleu", "exact_match")}
    )


@EVERY
def test_the_headline_has_a_value(task: Task):
    found = task.metrics(score(task, written("a b"), targets=("a c",)).statistics)
    assert next(found[name] for name in task.headline if found[name] is not None) > 0


def test_perplexity_is_that_of_all_tokens_together():
    task = TASKS.get("text-generation")
    parts = [
        score(task, written("x", nll=nll, nll_tokens=n, nll_of="reference"), targets=("x",)).statistics
        for nll, n in ((4.0, 2), (8.0, 10))
    ]
    found = task.metrics(merge_statistics(parts))
    assert found["perplexity"] == pytest.approx(math.exp(12 / 12))
    assert found["input_perplexity"] is None


def test_the_likelihood_of_the_text_itself_needs_no_target():
    found = score(TASKS.get("text-generation"), written("x", nll=3.0, nll_tokens=3, nll_of="input"))
    metrics = TASKS.get("text-generation").metrics(found.statistics)
    assert metrics["input_perplexity"] == pytest.approx(math.e)
    assert (metrics["perplexity"], metrics["chrf"], len(found.units)) == (None, None, 0)


def test_a_likelihood_beyond_all_numbers_has_no_perplexity():
    found = score(CODE, written("x", nll=1e6, nll_tokens=1, nll_of="reference"), targets=("x",))
    assert CODE.metrics(found.statistics)["perplexity"] is None


@pytest.mark.parametrize(
    ("code", "parses", "correct", "exact"),
    [("sum(x)", 1, 1, 1), ("sum(sorted(x))", 1, 1, 0), ("len(x)", 1, 0, 0), ("sum(x", 0, 0, 0), ("", 0, 0, 0)],
)
def test_code_is_right_when_every_case_is(code: str, parses: float, correct: float, exact: float):
    found = score(CODE, written(code), "add up the numbers in x", targets=("sum(x)",), cases=CASES, grain=1.0)
    metrics = CODE.metrics(found.statistics)
    assert (metrics["parses"], metrics["correct"], metrics["exact_match"]) == (parses, correct, exact)
    assert found.units.score.tolist() == [correct, correct]
    assert [found.units.kinds[kind] for kind in found.units.kind] == ["target", "nesting"]


def test_cases_alone_are_enough():
    found = score(CODE, written("sum(x)"), "add up the numbers in x", cases=CASES)
    assert CODE.metrics(found.statistics)["correct"] == 1.0
    assert CODE.metrics(found.statistics)["chrf"] is None
    assert found.units.grain.tolist() == [6]


def test_units_are_scored_from_0_to_1_by_the_tasks_own_measure():
    for name, column, top in (("translation", "chrf", 100), ("summarization", "rouge_l", 1)):
        task = TASKS.get(name)
        found = score(task, written("今天天气好"), targets=("今天天气很好",))
        assert found.units.score.tolist() == pytest.approx([task.metrics(found.statistics)[column] / top])
        assert found.units.grain.tolist() == [6]


def test_without_targets_nothing_is_scored():
    found = score(CODE, written("x"), answers=("y",))
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert found.notices == ("The reference has answers but no targets, so nothing is scored.",)
    assert score(CODE, written("x")).notices == ()


@EVERY
def test_lanes_agree_by_chrf(task: Task):
    counts = task.agreement_counts(written("a cat sat"), NO_LABELS, written("a cat sat"), NO_LABELS)
    assert task.agreement(counts).value == pytest.approx(1.0)
    assert task.agreement(counts).disagreement == pytest.approx(0.0)


def test_columns_say_how_sacrebleu_scores():
    described = {column.name: column.description for column in CODE.columns}
    assert "tok:13a|smooth:exp" in described["bleu"]
    assert "nc:6|nw:0" in described["chrf"]


BASES = {
    "targets": {"rouge1", "rouge2", "rouge_l", "chrf", "bleu", "exact_match"},
    "cases": {"parses", "correct"},
}


@EVERY
@pytest.mark.parametrize("said", [written(""), written("x"), written("a target")], ids=repr)
def test_a_text_counts_for_what_its_reference_has_whatever_was_said(task: Task, said: GeneratedText):
    assert task.counted({}) == frozenset()
    assert task.counted(score(task, said, targets=("a target",)).statistics) == BASES["targets"]
    assert task.counted(score(task, said, cases=CASES).statistics) == BASES["cases"]


def test_a_likelihood_counts_for_perplexity_alone():
    task = TASKS.get("text-generation")
    measured = {"nll": 3.0, "nll_tokens": 2}
    own = score(task, written("a", nll_of="input", **measured)).statistics
    assert task.counted(own) == {"input_perplexity"}
    assert not is_compared(task, own)
    target = score(task, written("a", nll_of="reference", **measured), targets=("a",)).statistics
    assert task.counted(target) == BASES["targets"] | {"perplexity"}
    assert is_compared(task, target)


@EVERY
@pytest.mark.parametrize("text", ["yes", "the cat", "one two three four five"])
def test_a_text_that_is_right_has_full_marks_however_short(task: Task, text: str):
    found = task.metrics(score(task, written(text), targets=(text,)).statistics)
    assert found["bleu"] == pytest.approx(100)
    assert found["chrf"] == pytest.approx(100)
    assert found["exact_match"] == 1


@EVERY
def test_of_several_texts_bleu_is_the_corpus_s(task: Task):
    pairs = [("yes", "yes"), ("the cat", "a cat")]
    parts = [score(task, written(said), targets=(target,)).statistics for said, target in pairs]
    expected = BLEU().corpus_score([said for said, _ in pairs], [[target for _, target in pairs]]).score
    assert task.metrics(merge_statistics(parts))["bleu"] == pytest.approx(expected)


@EVERY
def test_rouge_says_what_its_tokenizer_does(task: Task):
    said = {column.name: column.description for column in task.columns}
    for name in ("rouge1", "rouge2", "rouge_l"):
        for words in ("ASCII", "lower-cased", "without stemming", "drops all other letters", "by character"):
            assert words in said[name]
