import pytest

from granview.models.generation.detokenize import decoded, finished, token_offsets
from tests.helpers.tiny_text_models import CORPUS, byte_level, unigram, wordpiece

MAKERS = {"byte-level": byte_level, "unigram": unigram, "wordpiece": wordpiece}
EVERYTHING = " ".join(CORPUS)


def decoder(tokenizer):
    return lambda ids: tokenizer.decode(list(ids), skip_special_tokens=True)


@pytest.mark.parametrize("kind", MAKERS)
def test_tokens_stand_where_decoding_every_beginning_says(kind):
    tokenizer = MAKERS[kind]()
    decode = decoder(tokenizer)
    ids = tokenizer(EVERYTHING, add_special_tokens=False, verbose=False)["input_ids"]
    text = decoded(decode, [], ids)
    found = token_offsets(decode, [], ids, text).tolist()
    assert len(ids) > 100
    for place, (_, end) in enumerate(found):
        beginning = decode(ids[: place + 1])
        assert text[:end] == beginning or beginning.endswith("\ufffd") or not beginning.strip()
    assert {place for start, end in found for place in range(start, end)} == set(range(len(text)))


def test_parts_of_one_character_share_its_offsets():
    tokenizer = byte_level()
    ids = tokenizer("a👍b")["input_ids"]
    decode = decoder(tokenizer)
    found = token_offsets(decode, [], ids, "a👍b").tolist()
    assert found[0] == [0, 1]
    assert found[1:-1] == [[1, 2]] * (len(ids) - 2)
    assert len(ids) > 4
    assert found[-1] == [2, 3]


def test_a_first_word_keeps_its_space_after_a_context():
    tokenizer = unigram()
    context, ids = (tokenizer(text, add_special_tokens=False)["input_ids"] for text in ("the", "film"))
    decode = decoder(tokenizer)
    assert decode(ids) == "film"
    assert decoded(decode, context, ids) == " film"
    assert token_offsets(decode, context, ids, " film")[-1, 1] == 5


def test_a_text_of_no_tokens():
    assert token_offsets(decoder(byte_level()), [5, 6], [], "").shape == (0, 2)


def test_an_unfinished_character_is_left_out_of_what_is_told():
    assert finished("ab\ufffd\ufffd") == "ab"
