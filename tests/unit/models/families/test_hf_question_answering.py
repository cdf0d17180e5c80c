import numpy as np
import pytest
import torch

from granview.core.errors import InputError
from granview.core.text import TextInput
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, save_tiny_text

TASK = "question-answering"
QUESTION = "What is the capital?"
LONG = " ".join(CORPUS)
KINDS = ("bert", "roberta", "distilbert", "modernbert")


def asked(context):
    return TextInput.of(context, question=QUESTION)


def own_logits(folder, question, context, limit=64, stride=8):
    """Start and end logits, offsets and parts of each window, by transformers' own tokenizer and forward."""
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    network = AutoModelForQuestionAnswering.from_pretrained(folder, dtype=torch.float32).eval()
    coded = tokenizer(question, context, return_offsets_mapping=True, verbose=False)
    parts = coded.sequence_ids(0)
    head, tail = parts.index(1), len(parts) - parts[::-1].index(1)
    fits = limit - (len(parts) - tail + head)
    start = head
    while True:
        start = max(min(start, tail - fits), head)
        places = [*range(head), *range(start, min(start + fits, tail)), *range(tail, len(parts))]
        names = [name for name in ("input_ids", "token_type_ids") if name in coded]
        with torch.inference_mode():
            output = network(**{name: torch.tensor([[coded[name][place] for place in places]]) for name in names})
        logits = output.start_logits[0].numpy(), output.end_logits[0].numpy()
        yield *logits, [coded["offset_mapping"][place] for place in places], [parts[place] for place in places]
        if start + fits >= tail:
            return
        start += fits - stride


def by_hand(windows, longest):
    """Every span's highest logit, by two plain loops, and the lowest logit of "no answer"."""
    spans, none = {}, []
    for start, end, where, parts in windows:
        inside = [index for index, part in enumerate(parts) if part == 1]
        none.append(start[0] + end[0])
        for first in inside:
            for last in inside:
                if first <= last < first + longest:
                    key = (where[first], where[last])
                    spans[key] = max(spans.get(key, -1e9), float(start[first] + end[last]))
    return spans, min(none)


@pytest.mark.parametrize("kind", KINDS)
def test_agrees_with_the_forward_and_two_plain_loops(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    context = CORPUS[3]
    answers = run_texts(load(folder, task=TASK), [asked(context)], max_answer_tokens=6)[0].prediction
    spans, none = by_hand(own_logits(folder, QUESTION, context), 6)
    total = sum(np.exp(float(logit)) for logit in [*spans.values(), none])
    shares = {}
    for (first, last), logit in spans.items():
        start = last[1] - len(context[first[0] : last[1]].lstrip())
        if start < last[1]:
            shares[start, last[1]] = max(shares.get((start, last[1]), 0.0), np.exp(float(logit)) / total)
    assert answers.no_answer == pytest.approx(np.exp(float(none)) / total, rel=1e-3)
    np.testing.assert_allclose(answers.scores, sorted(shares.values(), reverse=True)[: len(answers.scores)], rtol=1e-3)
    for (start, end), score in zip(answers.spans.tolist(), answers.scores, strict=True):
        assert shares[start, end] == pytest.approx(score, rel=1e-3)
    assert len(answers.scores) == 5


def test_a_long_context_is_read_by_windows(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [asked(LONG)], stride=8, max_answer_tokens=6)[0]
    windows = list(own_logits(folder, QUESTION, LONG, stride=8))
    spans, none = by_hand(windows, 6)
    shares = np.exp([*spans.values(), none])
    best = max(spans, key=spans.get)
    assert len(windows) > 3
    assert f"{len(windows)} windows that share 8 tokens were run; an answer has its highest" in said.notices[0]
    assert LONG[slice(*said.prediction.spans[0])] == LONG[best[0][0] : best[1][1]]
    assert said.prediction.scores[0] == pytest.approx(np.exp(spans[best]) / shares.sum(), rel=1e-3)
    assert said.prediction.no_answer == pytest.approx(np.exp(none) / shares.sum(), rel=1e-3)


def test_a_long_context_is_truncated_where_asked(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [asked(LONG)], long_text="truncate")[0]
    _, _, where, parts = next(own_logits(folder, QUESTION, LONG))
    last = max(end for (_, end), part in zip(where, parts, strict=True) if part == 1)
    assert said.prediction.spans.max() <= last
    assert "the first " in said.notices[0]


def test_a_model_for_the_first_squad_always_answers(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path / "tiny-distilled-squad")
    prediction = run_texts(load(folder, task=TASK), [asked(CORPUS[3])])[0].prediction
    assert prediction.no_answer is None
    assert prediction.best is not None


@pytest.mark.parametrize(
    ("name", "may"), [("x-squad2", True), ("squad_v2-x", True), ("x", True), ("squad-x", False), ("squad/x", True)]
)
def test_a_model_s_name_tells_whether_it_may_give_no_answer(name, may, tmp_path, load):
    assert load(save_tiny_text("bert", TASK, tmp_path / name), task=TASK).may_be_none == may


def test_no_answer_wins_where_the_first_token_says_so(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    batch = adapter.preprocess([asked(CORPUS[3])])
    _, outputs = adapter.forward(batch)
    outputs = [{name: output[name].clone() for name in ("start_logits", "end_logits")} for output in outputs]
    for output in outputs:
        output["start_logits"][:, 0] = output["end_logits"][:, 0] = 50.0
    from granview.core.run_params import RunParams

    prediction = adapter.postprocess((batch, outputs), [asked(CORPUS[3])], RunParams())[0].prediction
    assert prediction.no_answer == pytest.approx(1.0)
    assert prediction.best is None


def test_answers_in_chinese_and_arabic_stand_where_they_say(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    for context in (CORPUS[5], CORPUS[6], CORPUS[7]):
        for start, end in run_texts(adapter, [asked(context)])[0].prediction.spans.tolist():
            assert context[start:end].strip() == context[start:end] != ""


def test_a_batch_says_what_its_texts_say_alone(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    contexts = [asked(CORPUS[3]), asked("Paris."), asked(LONG)]
    for one, together in zip(contexts, run_texts(adapter, contexts), strict=True):
        alone = run_texts(adapter, [one])[0].prediction
        np.testing.assert_array_equal(together.prediction.spans, alone.spans)
        np.testing.assert_allclose(together.prediction.scores, alone.scores, atol=1e-5)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (TextInput.of("Paris."), "There is no question"),
        (TextInput.of("Paris.", question="  "), "There is no question"),
        (TextInput.of("Paris.", question=LONG), "are taken by what goes with the text"),
    ],
)
def test_a_text_that_cannot_be_used_is_told(given, words, tmp_path, load):
    with pytest.raises(InputError, match=words):
        run_texts(load(save_tiny_text("bert", TASK, tmp_path), task=TASK), [given])
