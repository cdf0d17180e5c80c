"""Training of text models: tokenizers, batches, the loop; a few steps of tiny models."""

import hashlib
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import torch
from tokenizers import Tokenizer

from granview.zoo.text_training.batches import TextBatch, TextStream, collate
from granview.zoo.text_training.learner import Learner, logits_of
from granview.zoo.text_training.loop import TextTrainer
from granview.zoo.text_training.recipes import TEXT_RECIPES, TextRecipe
from granview.zoo.text_training.spans import spans_of
from granview.zoo.text_training.text_model_kinds import IGNORED, KINDS, Encoded, judgements_of, tags_of
from granview.zoo.text_training.tokenizers import as_transformers
from granview.zoo.texts.entities import TAGS, make_entities
from granview.zoo.texts.sample import EntityText, LabelledText, Span
from granview.zoo.texts.split import Split

CPU = torch.device("cpu")
_BERT = {
    "hidden_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 192,
}
_BART = {"d_model": 16, "max_position_embeddings": 160} | {
    f"{side}_{name}": size
    for side in ("encoder", "decoder")
    for name, size in {"layers": 1, "attention_heads": 2, "ffn_dim": 32}.items()
}
TINY = {
    "bilstm": TextRecipe("tiny-bilstm", "sentiment", "bilstm", {"embedding_size": 8, "hidden_size": 8}, 0.01, 6, 4, ""),
    "classifier": TextRecipe("tiny-classifier", "sentiment", "bert-classifier", _BERT, 0.01, 6, 4, "", 0.5),
    "tagger": TextRecipe("tiny-tagger", "entities", "bert-tagger", _BERT, 0.01, 6, 4, ""),
    "bart": TextRecipe("tiny-bart", "expressions", "bart", _BART, 0.01, 6, 4, ""),
}


@pytest.fixture(scope="module", autouse=True)
def small_tokenizers() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("granview.zoo.text_training.text_model_kinds.TOKENIZER_TEXTS", 500)
        yield


@pytest.fixture(scope="module")
def tokenizers() -> dict[str, Tokenizer]:
    return {name: kind.train_tokenizer() for name, kind in KINDS.items()}


@pytest.mark.parametrize("name", TINY)
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(name: str, tmp_path: Path) -> None:
    recipe = TINY[name]
    whole = TextTrainer(recipe, tmp_path / "whole", CPU).run()
    TextTrainer(recipe, tmp_path / "halves", CPU).run(until=3)
    resumed = TextTrainer(recipe, tmp_path / "halves", CPU)
    assert resumed.progress.step == 3
    again = resumed.run()
    for key, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, again.network.state_dict()[key]), key


@pytest.mark.parametrize("name", TINY)
def test_training_on_one_batch_learns_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = TextTrainer(msgspec.structs.replace(TINY[name], steps=40, peak_rate=0.03), tmp_path, CPU)
    only = trainer.stream.batch(0)
    monkeypatch.setattr(trainer.stream, "batch", lambda step: only)
    losses = [trainer.step() for _ in range(40)]
    assert losses[-1] < 0.6 * losses[0]


@pytest.mark.parametrize("name", KINDS)
def test_batches_depend_on_the_step_alone(name: str, tokenizers: dict[str, Tokenizer]) -> None:
    def batch(step: int) -> TextBatch:
        return TextStream(KINDS[name], tokenizers[name], 3).batch(step)

    assert torch.equal(batch(17).input_ids, batch(17).input_ids)
    assert torch.equal(batch(17).labels, batch(17).labels)
    assert batch(17).input_ids.tolist() != batch(18).input_ids.tolist()


def test_blocks_never_share_a_text(tokenizers: dict[str, Tokenizer]) -> None:
    stream = TextStream(KINDS["sentiment"], tokenizers["sentiment"], 2)
    texts = [sample.text for block in range(4) for sample in stream.samples(block)]
    assert len(texts) == 4 * 16 * 2
    assert len(set(texts)) > 0.95 * len(texts)


def test_lessons_go_from_the_plain_to_the_deep(tokenizers: dict[str, Tokenizer]) -> None:
    stream = TextStream(KINDS["sentiment"], tokenizers["sentiment"], 4, lesson_steps=16)
    deepest = [max(sample.depth for sample in stream.samples(block)) for block in range(7)]
    assert deepest == [0, 1, 2, 3, 4, 5, 5]
    assert all(len(stream.samples(block)) == 64 for block in range(7))


def test_padding_is_masked_and_never_a_label() -> None:
    batch = collate([Encoded([5, 6, 7], [1, 2, 3]), Encoded([8], [4])], classifies=False)
    assert batch.input_ids.tolist() == [[5, 6, 7], [8, 0, 0]]
    assert batch.attention_mask.tolist() == [[1, 1, 1], [1, 0, 0]]
    assert batch.labels.tolist() == [[1, 2, 3], [4, IGNORED, IGNORED]]
    assert batch.judgements is None
    assert collate([Encoded([5], [1]), Encoded([8, 9], [0])], classifies=True).labels.tolist() == [1, 0]


def test_every_token_of_an_entity_is_tagged(tokenizers: dict[str, Tokenizer]) -> None:
    sample = EntityText("Zuvlonxia met Ida", (Span(0, 9, "PERSON"), Span(14, 17, "PERSON")))
    encoding = tokenizers["entities"].encode(sample.text)
    tags = tags_of(encoding, sample)
    assert tags[0] == tags[-1] == IGNORED
    inside = [TAGS[tag] for tag, (_, end) in zip(tags[1:-1], encoding.offsets[1:-1], strict=True) if end <= 9]
    assert len(inside) > 1
    assert inside == ["B-PERSON", *["I-PERSON"] * (len(inside) - 1)]


def test_tags_give_back_the_spans_of_every_text(tokenizers: dict[str, Tokenizer]) -> None:
    for seed in Split.TRAIN.value[:400]:
        sample = make_entities(seed)
        encoding = tokenizers["entities"].encode(sample.text)
        tags = [TAGS[tag] for tag in tags_of(encoding, sample)[1:-1]]
        assert spans_of(tags, encoding.offsets[1:-1]) == sample.spans


def test_spans_follow_the_bio_scheme_even_where_it_is_broken() -> None:
    offsets = [(0, 2), (2, 4), (5, 7), (8, 9), (9, 11)]
    assert spans_of(["I-ORG", "I-ORG", "B-ORG", "I-DATE", "O"], offsets) == (
        Span(0, 4, "ORG"),
        Span(5, 7, "ORG"),
        Span(8, 9, "DATE"),
    )


def test_judgements_stand_at_the_first_token_of_their_part(tokenizers: dict[str, Tokenizer]) -> None:
    sample = LabelledText("It was not good.", "negative", 1, ((7, -1), (11, 1)))
    encoding = tokenizers["sentiment"].encode(sample.text)
    found = {encoding.offsets[i][0]: value for i, value in enumerate(judgements_of(encoding, sample)) if value >= 0}
    assert found == {7: 2, 11: 4}


@pytest.mark.parametrize(
    "text", ["The soup was not good.", "max(x, -3) + len(s)", "naïve €5 — 中文 🙂", "  two  spaces "]
)
def test_byte_level_tokens_round_trip(text: str, tokenizers: dict[str, Tokenizer]) -> None:
    tokenizer = tokenizers["expressions"]
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=True) == text


@pytest.mark.parametrize("name", ["sentiment", "entities"])
def test_word_pieces_know_all_of_ascii_and_where_it_stands(name: str, tokenizers: dict[str, Tokenizer]) -> None:
    text = "Quixotic ZEBRAS, (x) #1 jumped @ 09:45 & ~vexed~ 'em!"
    encoding = tokenizers[name].encode(text)
    assert "[UNK]" not in encoding.tokens
    pieces = [text[start:end] for start, end in encoding.offsets[1:-1]]
    assert "".join(pieces) == text.replace(" ", "")


def test_tokenizers_are_the_same_in_every_process(tokenizers: dict[str, Tokenizer]) -> None:
    code = (
        "import hashlib, granview.zoo.text_training.text_model_kinds as kinds\n"
        "kinds.TOKENIZER_TEXTS = 500\n"
        "for kind in kinds.KINDS.values():\n"
        "    print(hashlib.sha256(kind.train_tokenizer().to_str().encode()).hexdigest())\n"
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert there == [hashlib.sha256(one.to_str().encode()).hexdigest() for one in tokenizers.values()]


def test_a_limit_of_length_is_told_only_where_there_is_one(tokenizers: dict[str, Tokenizer]) -> None:
    assert as_transformers(tokenizers["sentiment"], True, 96).model_max_length == 96
    assert as_transformers(tokenizers["sentiment"], True, None).model_max_length > 1e9


def test_the_second_task_is_left_behind(tmp_path: Path) -> None:
    trainer = TextTrainer(TINY["classifier"], tmp_path, CPU)
    assert trainer.network.judge is not None
    trained = trainer.run()
    assert not any("judge" in key for key in trained.network.state_dict())
    assert Learner(trained.network).judge is None


def test_padding_changes_no_logits(tmp_path: Path) -> None:
    for name in ("bilstm", "classifier"):
        trainer = TextTrainer(TINY[name], tmp_path / name, CPU)
        network = trainer.network.network.eval()
        long, short = Encoded(list(range(5, 30)), [0]), Encoded([5, 6, 7], [0])
        with torch.inference_mode():
            alone = logits_of(network, collate([short], classifies=True))
            beside = logits_of(network, collate([short, long], classifies=True))
        torch.testing.assert_close(alone[0], beside[0])


@pytest.mark.parametrize("recipe", TEXT_RECIPES.values(), ids=lambda recipe: recipe.name)
def test_recipes_name_what_there_is(recipe: TextRecipe) -> None:
    assert recipe.kind in KINDS
    assert recipe.lesson_share * KINDS[recipe.kind].levels < 0.5
    positions = recipe.arguments.get("max_position_embeddings", KINDS[recipe.kind].model_max_length)
    assert positions == KINDS[recipe.kind].model_max_length
