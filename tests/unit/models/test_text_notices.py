from granview.core.text import TextInput
from granview.models.text_notices import given_notices


def test_what_a_model_reads_is_not_told():
    given = TextInput.of("a", pair="b", question="c")
    assert given_notices(TextInput.of("a")) == ()
    assert given_notices(given, "pair", "question") == ()


def test_what_it_does_not_read_is_told():
    given = TextInput.of("a", pair="b", question="c")
    assert given_notices(given) == (
        "The model does not read the second text of the pair.",
        "The model does not read the question.",
    )
    assert given_notices(given, "question") == ("The model does not read the second text of the pair.",)


def test_characters_are_told_of_the_texts_that_are_read():
    given = TextInput.of("a\0", question="c\0")
    assert len(given_notices(given, "question")) == 1
    assert given_notices(TextInput.of("a", question="c\0")) == ("The model does not read the question.",)


def test_a_text_without_a_word_is_told():
    for text in ("", " \n\t"):
        assert given_notices(TextInput.of(text)) == ("The text is empty: what the model says of it rests on no word.",)
    assert given_notices(TextInput.of("", question="Who?"), "question") == ()
