import numpy as np
import pytest
import torch

from granview.scoring.word_stretches import words_of
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, ENCODERS, TAGS, save_tiny_text

TASK = "token-classification"
LONG = " ".join(CORPUS)


def own_pipeline(folder, **options):
    from transformers import pipeline

    return pipeline(TASK, model=str(folder), device="cpu", dtype=torch.float32, **options)


def trimmed(text, start, end):
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


@pytest.mark.parametrize("kind", [*ENCODERS, "qwen2"])
def test_tags_agree_with_the_pipeline_token_by_token(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy="none", ignore_labels=[])
    for text in (CORPUS[1], CORPUS[5], CORPUS[6]):
        said = run_texts(adapter, [text])[0].prediction
        expected = own(text)
        assert [said.tag_names[tag] for tag in said.tags] == [one["entity"] for one in expected]
        np.testing.assert_allclose(said.confidence, [one["score"] for one in expected], atol=2e-5)
        for (start, end), one in zip(said.tokens.tolist(), expected, strict=True):
            assert text[start:end].strip() == text[one["start"] : one["end"]].strip()


@pytest.mark.parametrize("kind", ENCODERS)
def test_entities_agree_with_the_pipeline(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy="simple")
    texts = (CORPUS[1], CORPUS[2], CORPUS[6])
    for text in texts:
        said = run_texts(adapter, [text])[0].prediction
        expected = [one for one in own(text) if text[one["start"] : one["end"]].strip()]
        assert len(expected) > 0
        names = [adapter.facts.labels.names[kind] for kind in said.types]
        assert names == [one["entity_group"] for one in expected]
        assert [tuple(span) for span in said.spans.tolist()] == [
            trimmed(text, one["start"], one["end"]) for one in expected
        ]
        np.testing.assert_allclose(said.scores, [one["score"] for one in expected], atol=2e-5)


@pytest.mark.parametrize("way", ["first", "average", "max"])
def test_entities_of_whole_words_agree_with_the_pipeline(way, tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy=way)
    differs = False
    for text in ("unbelievably filmlike villages, rivers and harbourmasters", *CORPUS[:3]):
        said = run_texts(adapter, [text], aggregation=way)[0].prediction
        expected = own(text)
        assert [adapter.facts.labels.names[kind] for kind in said.types] == [one["entity_group"] for one in expected]
        assert said.spans.tolist() == [[one["start"], one["end"]] for one in expected]
        np.testing.assert_allclose(said.scores, [one["score"] for one in expected], atol=2e-5)
        words = {place for word in words_of(text) for place in word}
        assert words >= {place for span in said.spans.tolist() for place in span}
        differs |= said.spans.tolist() != run_texts(adapter, [text])[0].prediction.spans.tolist()
    assert differs, "token by token they would be others"


def test_labels_are_the_types_without_prefixes(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    assert adapter.facts.labels.names == ("PER", "LOC")
    assert run_texts(adapter, ["a"])[0].prediction.tag_names == TAGS


@pytest.mark.parametrize("kind", ["bert", "roberta"])
@pytest.mark.parametrize(
    "text",
    [
        "\N{EN SPACE}Zürich, München",
        "北京 🙂👍🏽 天安门",
        "مرحبا القاهرة",
        "cafe\N{COMBINING ACUTE ACCENT} nai\N{COMBINING DIAERESIS}ve",
        "A\0B\ud800C",
    ],
)
def test_offsets_are_those_of_the_original_text(kind, text, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path, names=("B-X", "I-X"))
    said = run_texts(load(folder, task=TASK), [text])[0].prediction
    spans = said.spans.tolist()
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    covered = {place for start, end in spans for place in range(start, end)}
    visible = {place for place, letter in enumerate(text) if not letter.isspace()}
    unseen = {place for place in visible if text[place] in "\0\ud800"} if kind == "bert" else set()
    assert visible - unseen <= covered


def test_an_entity_keeps_the_marks_of_its_last_letter(tmp_path, load):
    text = "the cafe\N{COMBINING ACUTE ACCENT}"
    folder = save_tiny_text("bert", TASK, tmp_path, names=("I-X", "I-Y"))
    said = run_texts(load(folder, task=TASK), [text])[0].prediction
    assert said.spans[-1, 1] == len(text)


def test_long_texts_take_each_token_from_its_innermost_window(tmp_path, load):
    from transformers import AutoModelForTokenClassification, AutoTokenizer

    folder = save_tiny_text("bert", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [LONG], stride=20)[0]
    tokenizer = AutoTokenizer.from_pretrained(folder)
    ids = tokenizer(LONG, verbose=False)["input_ids"]
    content = ids[1:-1]
    assert len(said.prediction.tokens) == len(content)
    network = AutoModelForTokenClassification.from_pretrained(folder).eval()
    with torch.inference_mode():
        first = network(input_ids=torch.tensor([[ids[0], *content[:62], ids[-1]]])).logits[0, 1:-1].argmax(-1)
        second = network(input_ids=torch.tensor([[ids[0], *content[42:104], ids[-1]]])).logits[0, 1:-1].argmax(-1)
    np.testing.assert_array_equal(said.prediction.tags[:51], first[:51])
    np.testing.assert_array_equal(said.prediction.tags[53:94], second[11:52])
    assert "windows that share 20 tokens were run; each token is taken from" in said.notices[0]


def test_a_batch_says_what_its_texts_say_alone(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    texts = ["Paris", CORPUS[1], LONG]
    for text, together in zip(texts, run_texts(adapter, texts), strict=True):
        alone = run_texts(adapter, [text])[0].prediction
        np.testing.assert_array_equal(together.prediction.tags, alone.tags)
        np.testing.assert_array_equal(together.prediction.spans, alone.spans)


def test_a_text_without_tokens_has_no_entities(tmp_path, load):
    said = run_texts(load(save_tiny_text("bert", TASK, tmp_path), task=TASK), ["   "])[0].prediction
    assert said.tokens.shape == (0, 2)
    assert said.spans.shape == (0, 2)
