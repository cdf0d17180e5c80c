from granview.core.text import TextInput
from granview.models.texts.text_cleaning import input_notices, readable


def test_a_text_that_can_be_taken_is_left_alone():
    text = "Zürich 北京 مرحبا 🙂\ufeff\t\n"
    assert readable(text) == (text, ())


def test_no_offset_moves():
    text = "a\0b\ud83dc\udffe🙂"
    clean, notices = readable(text)
    assert clean == "a\ufffdb\ufffdc\ufffd🙂"
    assert len(clean) == len(text)
    assert notices[0].startswith("3 characters that no tokenizer takes")
    clean.encode()


def test_one_is_told_as_one():
    assert readable("\0")[1][0].startswith("1 character that")


def test_what_a_model_reads_is_not_told():
    given = TextInput.of("a", pair="b", question="c")
    assert input_notices(TextInput.of("a")) == ()
    assert input_notices(given, "pair", "question") == ()


def test_what_it_does_not_read_is_told():
    given = TextInput.of("a", pair="b", question="c")
    assert input_notices(given) == (
        "The model does not read the second text of the pair.",
        "The model does not read the question.",
    )
    assert input_notices(given, "question") == ("The model does not read the second text of the pair.",)


def test_characters_are_told_of_the_texts_that_are_read():
    given = TextInput.of("a\0", question="c\0")
    assert len(input_notices(given, "question")) == 1
    assert input_notices(TextInput.of("a", question="c\0")) == ("The model does not read the question.",)


def test_a_text_without_a_word_is_told():
    for text in ("", " \n\t"):
        assert input_notices(TextInput.of(text)) == ("The text is empty: what the model says of it rests on no word.",)
    assert input_notices(TextInput.of("", question="Who?"), "question") == ()
