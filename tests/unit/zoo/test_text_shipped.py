"""The shipped text models: folders, cards, catalogue, and a floor under the quality of every one."""

from pathlib import Path

import msgspec
import pytest
import torch
from transformers import (
    AutoConfig,
    AutoModelForSeq2SeqLM,
    AutoModelForSequenceClassification,
    AutoModelForTokenClassification,
    AutoTokenizer,
    GenerationConfig,
    PreTrainedTokenizerFast,
)

from granview.core.errors import ModelError, WeightsChanged
from granview.core.model_tasks import tasks_of_config
from granview.core.resources import resource_path
from granview.zoo.build import file_sha256
from granview.zoo.card import read_card
from granview.zoo.index import Index
from granview.zoo.nets_text.bilstm_folder import load_bilstm
from granview.zoo.text_training.load import load_text_model
from granview.zoo.text_training.measure import measure_texts, predictor
from granview.zoo.text_training.publish import text_schedule_words
from granview.zoo.text_training.recipes import TEXT_RECIPES
from granview.zoo.text_training.text_model_kinds import KINDS
from granview.zoo.texts.entities import TAGS
from granview.zoo.texts.sentiment import LABELS
from tests.helpers.zoo import spoiled_copy

ZOO = resource_path("zoo")
MARGIN = 0.1
SAMPLE = {"sentiment": 150, "entities": 60, "expressions": 40}
TRANSFORMERS = [name for name, recipe in TEXT_RECIPES.items() if recipe.architecture != "bilstm"]


def score(name: str) -> float:
    measured = read_card(ZOO / name).measured_text
    assert measured is not None
    return measured.score


def finest(name: str, last: int = 2) -> float:
    """Mean score over the finest grains that are common."""
    measured = read_card(ZOO / name).measured_text
    assert measured is not None
    rows = [row for row in measured.by_grain if row.count >= 50][-last:]
    return sum(row.score or 0.0 for row in rows) / last


def test_all_weights_of_the_zoo_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in ZOO.rglob("*.safetensors")) < 75e6
    assert sum((ZOO / name / "model.safetensors").stat().st_size for name in TEXT_RECIPES) < 22e6


@pytest.mark.parametrize("name", TEXT_RECIPES)
def test_card_agrees_with_weights_and_recipe(name: str) -> None:
    card, recipe, folder = read_card(ZOO / name), TEXT_RECIPES[name], ZOO / name
    assert card.sha256 == file_sha256(folder / "model.safetensors")
    assert card.parameters == sum(weight.numel() for weight in load_text_model(folder)[0].parameters())
    assert (card.steps, card.schedule, card.arguments) == (recipe.steps, text_schedule_words(recipe), recipe.arguments)
    assert (card.task, card.summary) == (KINDS[recipe.kind].task, recipe.summary)
    assert f"{score(name):.3f}" in (folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXT_RECIPES)
def test_quality_stays_near_the_card(name: str) -> None:
    kind = TEXT_RECIPES[name].kind
    measured = measure_texts(predictor(*load_text_model(ZOO / name)), kind, SAMPLE[kind])
    assert measured.score > score(name) - MARGIN


@pytest.mark.parametrize("kind", ["sentiment", "ner", "code"])
def test_the_larger_model_is_better(kind: str) -> None:
    nano, base = f"{kind}-nano", f"{kind}-base"
    assert read_card(ZOO / nano).parameters < 0.5 * read_card(ZOO / base).parameters
    assert score(base) > score(nano) + 0.02


@pytest.mark.parametrize("kind", ["sentiment", "code"])
def test_the_larger_model_is_better_most_of_all_where_the_text_is_nested(kind: str) -> None:
    nano, base = f"{kind}-nano", f"{kind}-base"
    assert finest(base) - finest(nano) > score(base) - score(nano)


def test_base_models_do_what_they_are_for() -> None:
    sentiment, code = (read_card(ZOO / name).measured_text for name in ("sentiment-base", "code-base"))
    assert sentiment is not None
    assert code is not None
    assert all((row.score or 0) >= 0.95 for row in sentiment.by_grain[:2])
    assert all((row.score or 0) >= 0.85 for row in code.by_grain[:2])
    assert code.others["share that parses"] > 0.9


@pytest.mark.parametrize("name", TEXT_RECIPES)
def test_catalogue_has_the_model(name: str) -> None:
    index = msgspec.json.decode((ZOO / "index.json").read_bytes(), type=Index)
    (entry,) = (entry for entry in index.models if entry.name == name)
    card = read_card(ZOO / name)
    assert (entry.task, entry.params, entry.sha256) == (card.task, card.parameters, card.sha256)
    assert f"{score(name):.3f}" in entry.measured
    assert entry.mean_iou is None


@pytest.mark.parametrize("name", TEXT_RECIPES)
def test_config_names_the_task(name: str) -> None:
    config = msgspec.json.decode((ZOO / name / "config.json").read_bytes(), type=dict)
    assert tasks_of_config(config)[0] == KINDS[TEXT_RECIPES[name].kind].task


@pytest.mark.parametrize("name", TEXT_RECIPES)
def test_tokenizers_are_fast_and_tell_offsets(name: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(ZOO / name)
    assert isinstance(tokenizer, PreTrainedTokenizerFast)
    text = "Zuvlonxia was not very good."
    encoded = tokenizer(text, return_offsets_mapping=True)
    pieces = [text[start:end].strip() for start, end in encoded["offset_mapping"]]
    assert "".join(pieces) == text.replace(" ", "")
    assert set(encoded) == {"input_ids", "attention_mask", "offset_mapping"}
    assert len(encoded["input_ids"]) > len(text.split()) + 2


@pytest.mark.parametrize("name", ["sentiment-nano", "sentiment-base"])
def test_sentiment_models_are_ordinary_hugging_face_folders(name: str) -> None:
    model = AutoModelForSequenceClassification.from_pretrained(ZOO / name).eval()
    assert model.config.id2label == dict(enumerate(LABELS))
    inputs = AutoTokenizer.from_pretrained(ZOO / name)(
        ["The soup was excellent.", "The soup was awful."], return_tensors="pt"
    )
    with torch.inference_mode():
        best = model(**inputs).logits.argmax(-1).tolist()
    assert [model.config.id2label[index] for index in best] == ["positive", "negative"]


@pytest.mark.parametrize("name", ["ner-nano", "ner-base"])
def test_entity_models_are_ordinary_hugging_face_folders(name: str) -> None:
    model = AutoModelForTokenClassification.from_pretrained(ZOO / name).eval()
    assert tuple(model.config.id2label.values()) == TAGS
    text = "The mayor of Lisbon met Maria Lopez."
    inputs = AutoTokenizer.from_pretrained(ZOO / name)(text, return_tensors="pt", return_offsets_mapping=True)
    offsets = inputs.pop("offset_mapping")[0].tolist()
    with torch.inference_mode():
        tags = [model.config.id2label[index] for index in model(**inputs).logits[0].argmax(-1).tolist()]
    assert {tag for tag, (start, _) in zip(tags, offsets, strict=True) if start == 13} >= {"B-LOCATION"}
    assert {tag for tag, (start, _) in zip(tags, offsets, strict=True) if start == 24} == {"B-PERSON"}


@pytest.mark.parametrize("name", ["code-nano", "code-base"])
def test_code_models_generate_with_their_own_settings(name: str) -> None:
    model, tokenizer = (
        AutoModelForSeq2SeqLM.from_pretrained(ZOO / name).eval(),
        AutoTokenizer.from_pretrained(ZOO / name),
    )
    settings = GenerationConfig.from_pretrained(ZOO / name)
    assert (settings.do_sample, settings.num_beams, settings.max_new_tokens) == (False, 1, 96)
    with torch.inference_mode():
        written = model.generate(**tokenizer("Compute the sum of xs", return_tensors="pt"))
    assert tokenizer.decode(written[0], skip_special_tokens=True) == "sum(xs)"


@pytest.mark.parametrize("name", TRANSFORMERS)
def test_limits_of_length_agree(name: str) -> None:
    tokenizer, config = AutoTokenizer.from_pretrained(ZOO / name), AutoConfig.from_pretrained(ZOO / name)
    assert tokenizer.model_max_length == getattr(config, "max_position_embeddings", tokenizer.model_max_length)
    assert tokenizer.model_max_length == KINDS[TEXT_RECIPES[name].kind].model_max_length
    assert len(tokenizer) == config.vocab_size


def test_the_bilstm_loads_with_its_labels() -> None:
    network, config = load_bilstm(ZOO / "sentiment-bilstm")
    assert not network.training
    assert config.id2label == dict(enumerate(LABELS))
    inputs = AutoTokenizer.from_pretrained(ZOO / "sentiment-bilstm")(["The soup was not bad."], return_tensors="pt")
    with torch.inference_mode():
        assert network(**inputs).shape == (1, 3)


@pytest.mark.parametrize("name", ["sentiment-bilstm", "ner-nano"])
def test_changed_weights_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(WeightsChanged, match="SHA-256"):
        load_text_model(spoiled_copy(ZOO / name, tmp_path))


def test_another_models_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json"):
        load_bilstm(tmp_path)
    with pytest.raises(ModelError, match="not usable"):
        load_bilstm(ZOO / "sentiment-nano")
