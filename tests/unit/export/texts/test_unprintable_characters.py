import unicodedata

from granview.export.texts.unprintable_characters import named, on_one_line, visible


def test_every_code_point_becomes_something_that_html_and_qt_can_hold() -> None:
    shown = visible("".join(map(chr, range(0x110000))))
    shown.encode()
    kinds = {letter: unicodedata.category(letter) for letter in set(shown)}
    assert [letter for letter, kind in kinds.items() if kind in ("Cc", "Cs") and letter not in "\t\n"] == []
    assert "\ufffe" not in shown


def test_writing_of_any_kind_stays_as_it_is() -> None:
    text = "naïve e\u0301 北京 عربي 👩‍👩‍👧 \u202eabc\u202c\tq"
    assert visible(text) == text


def test_line_ends_are_one_kind() -> None:
    assert visible("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\ne"
    assert on_one_line(" a\r\n b\tc ") == "a b c"


def test_a_name_shows_what_would_reorder_what_stands_beside_it() -> None:
    assert on_one_line("user\u202egnp.exe\n") == "user[U+202E]gnp.exe"
    assert named("a\x07\u2067b\n") == "a␇[U+2067]b\n"
