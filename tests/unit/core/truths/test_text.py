from granview.core.text import TextInput, TextReference
from granview.core.truths.text import ReferenceText


def test_what_is_known_of_a_text_is_shown_in_its_own_way() -> None:
    assert ReferenceText(TextInput.of("a"), TextReference()).as_prediction() is None
