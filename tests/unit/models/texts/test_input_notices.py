from granview.core.text import TextInput
from granview.models.texts.input_notices import input_notices


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
