from granview.models.texts.text_cleaning import readable


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
