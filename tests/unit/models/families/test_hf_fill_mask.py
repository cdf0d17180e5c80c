import numpy as np
import pytest
import torch

from granview.core.errors import InputError, UnsupportedModel
from granview.core.text import TextInput
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, save_tiny_text

TASK = "fill-mask"
LONG = " ".join(CORPUS)
KINDS = ("bert", "roberta", "distilbert", "electra", "modernbert")


@pytest.mark.parametrize("kind", KINDS)
def test_agrees_with_the_pipeline(kind, tmp_path, load):
    from transformers import pipeline

    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    text = f"The {adapter.tokenizer.mask_token} brown fox, 北京 {adapter.tokenizer.mask_token}."
    said = run_texts(adapter, [text])[0].prediction
    expected = pipeline(TASK, model=str(folder), device="cpu", dtype=torch.float32)(text)
    assert said.words == tuple(tuple(one["token_str"].strip() for one in row) for row in expected)
    np.testing.assert_allclose(said.scores, [[one["score"] for one in row] for row in expected], atol=2e-5)


@pytest.mark.parametrize("kind", ["bert", "roberta"])
def test_any_usual_spelling_of_the_mask_is_taken_and_stands_where_it_stood(kind, tmp_path, load):
    adapter = load(save_tiny_text(kind, TASK, tmp_path), task=TASK)
    one, other = run_texts(adapter, ["café 🙂 <mask> is [MASK]", "café 🙂 [MASK] is <mask>"])
    assert one.prediction.spans.tolist() == [[7, 13], [17, 23]]
    assert other.prediction.spans.tolist() == [[7, 13], [17, 23]]
    assert one.prediction.words == other.prediction.words


def test_a_long_text_is_filled_in_the_innermost_window(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    text = f"{CORPUS[0]} {CORPUS[1]} {CORPUS[4]} [MASK] {CORPUS[4]}"
    said = run_texts(adapter, [text], stride=30)[0]
    place = said.prediction.spans.tolist()[0]
    assert text[slice(*place)] == "[MASK]"
    assert "each mask is filled in the one in which it is furthest from an edge" in said.notices[0]
    ids = adapter.tokenizer(text, verbose=False)["input_ids"]
    mask = ids.index(adapter.tokenizer.mask_token_id)
    step = 62 - 30
    number = min(range(0, (len(ids) - 2 - 62) // step + 1), key=lambda n: abs(1 + n * step + 30.5 - mask))
    window = [ids[0], *ids[1 + number * step : 63 + number * step], ids[-1]]
    with torch.inference_mode():
        logits = adapter.network(input_ids=torch.tensor([window])).logits[0, window.index(4)]
    best = adapter.tokenizer.decode([int(logits.argmax())])
    assert said.prediction.words[0][0] == best


def test_a_batch_of_texts_with_more_and_fewer_masks(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    texts = ["[MASK]", f"{CORPUS[2]} [MASK] and [MASK]"]
    together = run_texts(adapter, texts, candidates=3)
    assert [one.prediction.scores.shape for one in together] == [(1, 3), (2, 3)]
    for text, said in zip(texts, together, strict=True):
        alone = run_texts(adapter, [text], candidates=3)[0].prediction
        assert said.prediction.words == alone.words
        np.testing.assert_allclose(said.prediction.scores, alone.scores, atol=1e-5)


def test_masks_that_were_left_out_are_told(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    said = run_texts(adapter, [f"[MASK] {LONG} [MASK]"], long_text="truncate")[0]
    assert said.prediction.spans.tolist() == [[0, 6]]
    assert said.notices[1] == "1 mask is in the part that was left out."
    with pytest.raises(InputError, match="masks are in the part that was left out"):
        run_texts(adapter, [f"{LONG} [MASK]"], long_text="truncate")


def test_a_text_without_a_mask_is_told(tmp_path, load):
    with pytest.raises(InputError, match="The text has no mask"):
        run_texts(load(save_tiny_text("bert", TASK, tmp_path), task=TASK), ["a film"])


def test_a_tokenizer_without_a_mask_is_told(tmp_path, load):
    folder = save_tiny_text("bert", TASK, tmp_path)
    config = folder / "tokenizer_config.json"
    config.write_text(config.read_text().replace('"mask_token"', '"other_token"'))
    with pytest.raises(UnsupportedModel, match="knows no mask"):
        load(folder, task=TASK)


@pytest.mark.parametrize("precision", ["bf16"])
def test_reduced_precision_runs(precision, tmp_path, load):
    from granview.core.variant import Variant

    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK, variant=Variant(precision))
    assert run_texts(adapter, ["a [MASK]"])[0].prediction.scores.dtype == np.float32


def test_only_the_logits_of_masks_are_kept_however_long_the_text(tmp_path, load):
    adapter = load(save_tiny_text("bert", TASK, tmp_path), task=TASK)
    given = TextInput.of(f"{LONG} [MASK] {LONG} [MASK] {LONG}")
    batch, outputs = adapter.forward(adapter.preprocess([given]))
    kept = [row for rows in outputs for row in rows]
    assert len(kept) == len(batch.texts[0].windows) > 3
    assert all(not len(row) for row, inputs in zip(kept, _rows(batch), strict=True) if 4 not in inputs)
    assert sum(len(row) for row in kept) == sum(int((inputs == 4).sum()) for inputs in _rows(batch))


def _rows(batch):
    return [row for inputs in batch.passes for row in inputs["input_ids"]]
