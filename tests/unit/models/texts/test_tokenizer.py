import pytest

from granview.core.errors import InputError, UnsupportedModel, WeightsMissing
from granview.core.limits import MAX_RUN_CHARS
from granview.models.texts.tokenizer import Tokenizing, load_tokenizer
from granview.models.texts.tokens import SPECIAL
from tests.helpers.tiny_text_models import CORPUS, byte_level, byte_level_roberta, unigram, wordpiece


@pytest.mark.parametrize("make", [wordpiece, byte_level_roberta, byte_level, unigram])
@pytest.mark.parametrize("pair", [None, CORPUS[5]])
def test_tokens_are_those_of_transformers_own_call(make, pair):
    tokenizer = make()
    tokens = Tokenizing(tokenizer).tokens(CORPUS[7], pair)
    coded = tokenizer(CORPUS[7], pair, return_offsets_mapping=True, return_token_type_ids=True, verbose=False)
    assert list(tokens.ids) == coded["input_ids"]
    assert list(tokens.types) == coded["token_type_ids"]
    assert [tuple(span) for span in tokens.offsets.tolist()] == coded["offset_mapping"]
    assert tokens.parts == [SPECIAL if part is None else part for part in coded.sequence_ids()]
    assert tokens.count(0) == tokens.parts.count(0)


def test_nothing_is_cut_or_padded_whatever_the_saved_tokenizer_did(tmp_path):
    tokenizer = wordpiece()
    tokenizer.backend_tokenizer.enable_truncation(4)
    tokenizer.backend_tokenizer.enable_padding(length=9)
    tokenizer.save_pretrained(tmp_path)
    loaded = load_tokenizer(tmp_path)
    assert len(Tokenizing(loaded).tokens(CORPUS[0])) == len(wordpiece()(CORPUS[0])["input_ids"])


def test_a_text_is_tokenised_once_and_forgotten_when_there_are_many(monkeypatch):
    monkeypatch.setattr("granview.models.texts.tokenizer._REMEMBERED_TOKENS", 40)
    tokenizing, made = Tokenizing(wordpiece()), []

    def make(text):
        made.append(text)
        return tokenizing.tokens(text)

    for text in ("one", "two", "one", CORPUS[0], CORPUS[1], "one"):
        tokenizing.remembered(text, lambda text=text: make(text))
    assert made == ["one", "two", CORPUS[0], CORPUS[1], "one"]


def test_padding_is_a_token_that_the_network_knows():
    assert Tokenizing(wordpiece()).pad_id(260) == 0
    assert Tokenizing(byte_level()).pad_id(330) == 2
    tokenizer = byte_level()
    tokenizer.add_special_tokens({"pad_token": "<own pad>"})
    assert Tokenizing(tokenizer).pad_id(330) == 2


def test_a_folder_without_a_tokenizer_is_told(tmp_path):
    with pytest.raises(WeightsMissing, match="holds no tokenizer"):
        load_tokenizer(tmp_path)


def test_a_damaged_tokenizer_is_told(tmp_path):
    wordpiece().save_pretrained(tmp_path)
    (tmp_path / "tokenizer.json").write_text("{")
    with pytest.raises(UnsupportedModel, match=r"The tokenizer in .* cannot be loaded"):
        load_tokenizer(tmp_path)


class TestWrittenInPython:
    """A tokenizer of transformers without a fast backend."""

    @pytest.fixture
    def tokenizing(self):
        from transformers import ByT5Tokenizer

        return Tokenizing(ByT5Tokenizer())

    def test_it_cannot_tell_offsets(self, tokenizing):
        assert not tokenizing.has_offsets
        with pytest.raises(ValueError, match="cannot tell"):
            _ = tokenizing.tokens("ab").offsets

    def test_the_texts_of_a_pair_are_told_apart(self, tokenizing):
        tokens = tokenizing.tokens("ab", "cde")
        assert tokens.parts == [0, 0, SPECIAL, 1, 1, 1, SPECIAL]
        assert tokenizing.tokens("ab").parts == [0, 0, SPECIAL]


def test_a_text_over_the_limit_never_reaches_the_tokenizer():
    class Untouched:
        is_fast = False

    with pytest.raises(
        InputError, match=r"A text of 2,000,001 characters cannot be cut into tokens: the limit is 2,000,000"
    ):
        Tokenizing(Untouched()).tokens("a" * MAX_RUN_CHARS, "b")
