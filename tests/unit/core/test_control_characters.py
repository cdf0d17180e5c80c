import pytest

from granview.core.control_characters import DIRECTIONS, with_controls_shown, with_directions_ended


def test_what_sets_a_direction_is_shown_by_its_code_point() -> None:
    assert with_controls_shown("user\u202egnp.exe") == "user[U+202E]gnp.exe"
    shown = with_controls_shown("".join(DIRECTIONS))
    assert not any(each in shown for each in DIRECTIONS)


def test_controls_are_shown_as_pictures() -> None:
    assert with_controls_shown("a\x07b\x7f") == "a␇b␡"


@pytest.mark.parametrize("name", ["unet-small", "عربي", "שלום", "naïve 北京", "a\tb\nc", "می\u200cخواهم", "a\u200eb"])
def test_names_of_any_script_stay(name: str) -> None:
    assert with_controls_shown(name) == name
    assert with_directions_ended(name) == name


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a\u202eb", "\u202c"),
        ("a\u202e\u202bb", "\u202c\u202c"),
        ("\u2067a\u202eb", "\u202c\u2069"),
        ("\u202ea\u202c b", ""),
        ("\u2068a\u202eb\u2069 c", ""),
        ("\u202ea\nb", ""),
        ("\u202ea\u2069b", "\u202c"),
        ("a\u202c\u2069", ""),
    ],
)
def test_a_direction_ends_where_its_text_ends(text: str, ends: str) -> None:
    assert with_directions_ended(text) == text + ends
