from functools import cache
from itertools import pairwise

import pytest
import torch

from granview.core.text import TextInput
from granview.models.texts.batch_sharing import PROBE_TEXT, BatchSharing, batch_sharing, probe_rows
from granview.models.texts.tokenizer import Tokenizing
from tests.helpers.texts import run_texts, unlike
from tests.helpers.tiny_adapters import tiny_adapter
from tests.helpers.tiny_text_models import letters, save_tiny_text

GIVEN = [
    TextInput.of(text, question="who?")
    for text in ("a <mask> b", "the fox <mask> over it", "a <mask> c", "nobody, in 7 towns, saw the <mask> at all")
]
EXPECTED = [
    *(("text-classification", kind, BatchSharing.OF_ONE_LENGTH) for kind in ("fnet", "funnel", "xlnet")),
    *(("token-classification", kind, BatchSharing.OF_ONE_LENGTH) for kind in ("convbert", "canine")),
    ("question-answering", "mobilebert", BatchSharing.OF_ONE_LENGTH),
    ("fill-mask", "yoso", BatchSharing.OF_ONE_LENGTH),
    *(("text-generation", kind, BatchSharing.OF_ONE_LENGTH) for kind in ("recurrent_gemma", "bart")),
    ("text-generation", "rwkv", BatchSharing.NONE),
    *((task, "bert", BatchSharing.ANY) for task in ("text-classification", "token-classification")),
    *((task, "bert", BatchSharing.ANY) for task in ("question-answering", "fill-mask")),
    *(("text-generation", kind, BatchSharing.ANY) for kind in ("gpt2", "mamba")),
    ("text2text-generation", "t5", BatchSharing.ANY),
]
PASSES = {BatchSharing.ANY: 1, BatchSharing.OF_ONE_LENGTH: 4, BatchSharing.NONE: 4}


@cache
def adapter_of(task, kind):
    return tiny_adapter(task, kind, batch_size=4)


@pytest.mark.parametrize(("task", "kind", "sharing"), EXPECTED)
def test_what_a_model_says_of_a_text_does_not_depend_on_its_batch(task, kind, sharing):
    adapter = adapter_of(task, kind)
    together = run_texts(adapter, GIVEN)
    for given, said in zip(GIVEN, together, strict=True):
        assert unlike(said.prediction, run_texts(adapter, [given])[0].prediction) == []


@pytest.mark.parametrize(("task", "kind", "sharing"), EXPECTED)
def test_texts_share_a_pass_as_far_as_that_changes_nothing_and_it_is_said(task, kind, sharing):
    adapter = adapter_of(task, kind)
    assert adapter.sharing is sharing
    assert adapter.probe() == ((sharing.value,) if sharing.value else ())
    assert len(adapter.preprocess(GIVEN).passes) == PASSES[sharing]
    same, longer, again, _ = GIVEN
    keys = [adapter.batch_key(one) for one in (same, longer, again)]
    assert keys[0] == keys[2]
    assert (keys[0] == keys[1]) == (sharing is BatchSharing.ANY)


def test_texts_of_one_length_still_share_a_pass():
    passes = adapter_of("text-classification", "fnet").preprocess([GIVEN[0], GIVEN[2], GIVEN[1]]).passes
    assert [len(inputs["input_ids"]) for inputs in passes] == [2, 1]


def test_a_compiled_network_is_padded_only_where_that_changes_nothing(monkeypatch):
    monkeypatch.setattr(torch, "compile", lambda network, **options: network)
    mixing, ignoring = (tiny_adapter("text-classification", kind, compiled=True) for kind in ("fnet", "bert"))
    assert ignoring.preprocess(GIVEN[:1]).shape[1] == 32
    assert mixing.preprocess(GIVEN[:1]).shape[1] == mixing.length(GIVEN[0]) < 32
    assert mixing.probe() == (BatchSharing.OF_ONE_LENGTH.value,)


def test_a_lane_that_runs_texts_one_by_one_is_not_tried():
    adapter = tiny_adapter("text-classification", "fnet")
    assert adapter.probe() == ()
    assert adapter.preprocess(GIVEN[:1]).shape[1] == adapter.length(GIVEN[0])
    assert "sharing" not in vars(adapter)


def test_a_loaded_lane_says_it(tmp_path, load):
    folder = save_tiny_text("recurrent-gemma", "text-generation", tmp_path)
    assert BatchSharing.OF_ONE_LENGTH.value in load(folder, task="text-generation", batch_size=2).facts.notices
    assert BatchSharing.OF_ONE_LENGTH.value not in load(folder, task="text-generation").facts.notices


def test_a_network_that_fails_on_a_few_words_is_run_text_by_text(monkeypatch):
    adapter = tiny_adapter("text-classification", "bert", batch_size=4)
    monkeypatch.setattr(adapter, "logits", lambda rows: 1 / 0)
    assert adapter.probe() == (BatchSharing.UNKNOWN.value,)
    assert len(adapter.preprocess(GIVEN).passes) == 4


def rows(limit=64):
    return probe_rows(Tokenizing(letters()).tokens(PROBE_TEXT), limit)


def sums(passed, of_padding, of_neighbours):
    """What a network says that adds up a row's tokens, and some of what stands beside it."""
    ids = [torch.from_numpy(tokens.id_array[places]).float() for tokens, places in passed]
    longest, beside = max(len(row) for row in ids), sum(float(row[1]) for row in ids)
    return [[(row.sum() + of_padding * (longest - len(row)) + of_neighbours * beside).reshape(1)] for row in ids]


def test_rows_of_several_lengths_are_tried_with_all_their_special_tokens():
    tried = rows()
    assert [len(places) for _, places in tried] == [8, 11, 14, 23]
    for tokens, places in tried:
        ids = [tokens.ids[place] for place in places]
        assert (ids[0], ids[-1]) == (1, 2)
    assert all(len(one[1]) < len(other[1]) for one, other in pairwise(tried))
    assert [len(places) for _, places in rows(limit=12)] == [8, 11, 12]


@pytest.mark.parametrize(
    ("padding", "neighbours", "expected"),
    [
        (0.0, 0.0, BatchSharing.ANY),
        (1e-6, 0.0, BatchSharing.ANY),
        (1.0, 0.0, BatchSharing.OF_ONE_LENGTH),
        (0.0, 1.0, BatchSharing.NONE),
    ],
)
def test_rows_share_a_pass_as_far_as_they_do_not_change_each_other(padding, neighbours, expected):
    assert batch_sharing(lambda passed: sums(passed, padding, neighbours), rows(), torch.float32) is expected


def test_a_network_that_gives_no_numbers_is_told_of_elsewhere():
    nothing = [torch.full((2,), torch.nan)]
    assert batch_sharing(lambda passed: [nothing] * len(passed), rows(), torch.float32) is BatchSharing.ANY


def test_rows_are_cut_in_order():
    one, other, _, _ = rows()
    given = [one, one, one, other, one]
    assert [len(part) for part in BatchSharing.ANY.cut(given, 4)] == [4, 1]
    assert [len(part) for part in BatchSharing.OF_ONE_LENGTH.cut(given, 2)] == [2, 1, 1, 1]
