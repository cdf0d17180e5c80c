"""Entity F1 on CoNLL files is that of seqeval in its default mode, on words that were tagged as models are trained."""

import pytest
import torch
from seqeval.metrics import f1_score, precision_score, recall_score
from transformers import AutoModelForTokenClassification, AutoTokenizer

from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.truths.text import ReferenceText
from granview.core.unit import merge_statistics
from granview.io.sample_search import find_samples
from granview.tasks.base import TASKS
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import save_tiny_text

TASK = "token-classification"
SENTENCES = {
    "IOB2": """Maria B-PER\nCurie I-PER\n's O\nlab O\n. O\n
U.S. B-LOC\nBrussels-based I-LOC\nEinstein B-PER\nAlbert B-PER\n
London B-LOC\nParis B-LOC\n( O\nFrance B-LOC\n) O\n""",
    "IOB1": """Maria I-PER\nCurie I-PER\n's O\nlab O\n. O\n
U.S. I-LOC\nBrussels-based I-LOC\nEinstein I-PER\nAlbert B-PER\n
London I-LOC\nParis B-LOC\n( O\nFrance I-LOC\n) O\n""",
    "BIOES": """Maria B-PER\nCurie E-PER\n's O\nlab O\n. O\n
U.S. B-LOC\nBrussels-based E-LOC\nEinstein S-PER\nAlbert S-PER\n
London S-LOC\nParis S-LOC\n( O\nFrance S-LOC\n) O\n""",
}


def tags_of_words(folder, words):
    """As models are trained and evaluated: a word's tag is that of its first token."""
    tokenizer, network = AutoTokenizer.from_pretrained(folder), AutoModelForTokenClassification.from_pretrained(folder)
    given = tokenizer([words], is_split_into_words=True, return_tensors="pt")
    with torch.inference_mode():
        said = network.eval()(**given).logits[0].argmax(-1).tolist()
    first = {word: place for place, word in reversed(list(enumerate(given.word_ids()))) if word is not None}
    return [network.config.id2label[said[first[word]]] for word in range(len(words))]


@pytest.mark.parametrize("scheme", SENTENCES)
@pytest.mark.parametrize("kind", ["bert", "t5"])
def test_entity_f1_of_a_conll_file_is_that_of_seqeval(kind, scheme, tmp_path, load):
    tags = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", *(("E-PER", "S-LOC") if scheme == "BIOES" else ()))
    folder = save_tiny_text(kind, TASK, tmp_path / "model", names=tags)
    adapter, task = load(folder, task=TASK), TASKS.get(TASK)
    (tmp_path / "news.conll").write_text(SENTENCES[scheme])
    samples = [found for found in find_samples([tmp_path / "news.conll"]) if isinstance(found, Sample)]
    parts, known, expected = [], [], []
    for sample, lines in zip(samples, SENTENCES[scheme].split("\n\n"), strict=True):
        words, tags_known = zip(*(line.split() for line in lines.strip().split("\n")), strict=True)
        said = run_texts(adapter, [sample.text])[0].prediction
        truth = ReferenceText(sample.text, sample.reference.text, data_set=sample.reference.data_set)
        parts.append(task.score(said, adapter.facts.labels, truth, RunParams()).statistics)
        known.append(list(tags_known))
        expected.append(tags_of_words(folder, list(words)))
    found = task.metrics(merge_statistics(parts))
    assert found["entity_f1"] == pytest.approx(f1_score(known, expected))
    assert found["entity_precision"] == pytest.approx(precision_score(known, expected))
    assert found["entity_recall"] == pytest.approx(recall_score(known, expected))
    assert found["entity_f1_macro"] == pytest.approx(f1_score(known, expected, average="macro"))
