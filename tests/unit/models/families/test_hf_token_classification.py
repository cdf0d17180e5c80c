import numpy as np
import pytest
import torch

from granview.core.text import TextInput
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import Window
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


def entities_of(adapter, text, **options):
    said = run_texts(adapter, [text], **options)[0].prediction
    names = [adapter.facts.labels.names[kind] for kind in said.types]
    return list(zip(names, map(tuple, said.spans.tolist()), strict=True)), said.scores


def entities_of_the_pipeline(own, text):
    found = [one for one in own(text) if text[one["start"] : one["end"]].strip()]
    spans = [trimmed(text, one["start"], one["end"]) for one in found]
    return list(zip([one["entity_group"] for one in found], spans, strict=True)), [one["score"] for one in found]


@pytest.mark.parametrize("kind", [*ENCODERS, "qwen2"])
def test_tags_agree_with_the_pipeline_token_by_token(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy="none", ignore_labels=[])
    for text in CORPUS[1:3]:
        said = run_texts(adapter, [text], aggregation="simple")[0].prediction
        expected = own(text)
        assert [said.tag_names[tag] for tag in said.tags] == [one["entity"] for one in expected]
        np.testing.assert_allclose(said.confidence, [one["score"] for one in expected], atol=2e-5)
        for (start, end), one in zip(said.tokens.tolist(), expected, strict=True):
            assert text[start:end].strip() == text[one["start"] : one["end"]].strip()


@pytest.mark.parametrize("kind", ENCODERS)
def test_entities_of_tokens_agree_with_the_pipeline(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy="simple")
    for text in CORPUS[1:3]:
        said, scores = entities_of(adapter, text, aggregation="simple")
        expected, sure = entities_of_the_pipeline(own, text)
        assert len(expected) > 0
        assert said == expected
        np.testing.assert_allclose(scores, sure, atol=2e-5)


@pytest.mark.parametrize("way", ["first", "average", "max"])
def test_entities_of_whole_words_agree_with_the_pipeline(way, tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy=way)
    differs = False
    for text in ("unbelievably O'Neill's harbourmasters (Bonn-based), 3.5", *CORPUS):
        said, scores = entities_of(adapter, text, aggregation=way)
        expected, sure = entities_of_the_pipeline(own, text)
        assert said == expected
        np.testing.assert_allclose(scores, sure, atol=2e-5)
        differs |= said != entities_of(adapter, text, aggregation="simple")[0]
    assert differs, "token by token they would be others"


@pytest.mark.filterwarnings("ignore:Tokenizer does not support real words")
@pytest.mark.parametrize("kind", ["roberta", "gpt2", "qwen2", "t5"])
def test_words_parted_by_spaces_are_those_of_the_pipeline_whatever_the_tokenizer(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    own = own_pipeline(folder, aggregation_strategy="first")
    for text in ("the capital of France is Paris and London", "a b c Maria Curie met Albert Einstein in Zürich café"):
        said, scores = entities_of(adapter, text)
        expected, sure = entities_of_the_pipeline(own, text)
        assert said == expected
        np.testing.assert_allclose(scores, sure, atol=2e-5)


@pytest.mark.parametrize("way", ["first", "simple"])
@pytest.mark.parametrize("kind", ["roberta", "gpt2", "t5"])
def test_no_two_entities_cover_the_same_character(kind, way, tmp_path, load):
    adapter = load(save_tiny_text(kind, TASK, tmp_path, names=("B-X", "B-Y")), task=TASK)
    for text in (*CORPUS[4:], "🙂👍🏽 مصر"):
        spans = run_texts(adapter, [text], aggregation=way)[0].prediction.spans
        assert len(spans) > 1
        assert (spans[1:, 0] >= spans[:-1, 1]).all()
        assert all(text[start:end] == text[start:end].strip() for start, end in spans.tolist())


@pytest.mark.parametrize("kind", ["bert", "gpt2", "t5"])
def test_words_that_were_given_have_the_tag_of_their_first_token(kind, tmp_path, load):
    words = ["Maria", "Curie's", "U.S.", "co-op", "(", "Zürich", ")"]
    adapter = load(save_tiny_text(kind, TASK, tmp_path, names=("B-X", "B-Y", "B-Z")), task=TASK)
    said = run_texts(adapter, [TextInput.of_words(words)])[0].prediction
    alone = run_texts(adapter, [" ".join(words)], aggregation="simple")[0].prediction
    ends = np.cumsum([len(word) + 1 for word in words]) - 1
    firsts = np.searchsorted(np.searchsorted(ends, alone.tokens[:, 0], "right"), np.arange(len(words)))
    assert [" ".join(words)[start:end] for start, end in said.spans.tolist()] == words
    np.testing.assert_array_equal(said.types, alone.tags[firsts])


def test_a_name_that_its_tokens_tear_is_one_entity(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    pieces = [(0, 3), (3, 5)]
    scores = np.eye(len(TAGS), dtype=np.float32)[[TAGS.index("B-PER"), TAGS.index("B-LOC")]][None]
    prepared = PreparedText(Tokens([5, 6], [0, 0], [0, 0], pieces), [Window(0, 0, 2, 2)])
    said = adapter._entities(TextInput.of("Maria"), prepared, scores, "first")
    assert said.spans.tolist() == [[0, 5]]
    assert [adapter.facts.labels.names[kind] for kind in said.types] == ["PER"]


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
    said = run_texts(load(folder, task=TASK), [LONG], stride=20, aggregation="simple")[0]
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
