from granview.models.generation.prompt import default_prefix, framed, in_chat
from granview.models.texts.tokens import SPECIAL, Tokens
from tests.helpers.tiny_text_models import byte_level


def test_a_prefix_is_that_of_the_task():
    config = {"task_specific_params": {"summarization": {"prefix": "sum: "}, "translation_a_to_b": {"prefix": "a>b: "}}}
    assert default_prefix("summarization", config) == ("sum: ", ())
    assert default_prefix("translation", config) == ("a>b: ", ())
    assert default_prefix("text2text-generation", config) == ("", ())


def test_a_config_without_prefixes_has_none():
    assert default_prefix("summarization", {}) == ("", ())
    assert default_prefix("summarization", {"task_specific_params": None}) == ("", ())
    assert default_prefix("summarization", {"task_specific_params": {"summarization": {"num_beams": 4}}}) == ("", ())


def test_of_several_prefixes_the_first_is_used_and_told():
    config = {
        "task_specific_params": {"translation_a_to_b": {"prefix": "one: "}, "translation_b_to_c": {"prefix": "x: "}}
    }
    prefix, notices = default_prefix("translation", config)
    assert prefix == "one: "
    assert notices == ("Its config names 2 prefixes for translation; 'one:' is used.",)


def test_a_chat_ends_where_the_model_answers():
    assert in_chat(byte_level(chat=True), "Hi") == "<|user|>Hi\n<|assistant|>"


def test_a_frame_is_special_and_the_text_keeps_its_own_offsets():
    tokens = Tokens([1, 2, 3, 4], [0, 0, 0, SPECIAL], [0] * 4, [(0, 4), (4, 7), (7, 9), (0, 0)])
    inside = framed(tokens, 5, 4)
    assert inside.parts == [SPECIAL, 0, 0, SPECIAL]
    assert inside.offsets.tolist() == [[0, 0], [0, 2], [2, 4], [0, 0]]
