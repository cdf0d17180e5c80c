import pytest
from PySide6.QtWidgets import QApplication

from granview.core.text import TextInput
from granview.gui.inputs.text_entry import TextEntry


@pytest.mark.parametrize("parts", [set(), {"question"}, {"pair"}, {"question", "pair"}])
def test_it_asks_for_the_parts_that_tasks_read(qapp: QApplication, parts: set[str]) -> None:
    entry = TextEntry()
    entry.ask_for(parts)
    entry.text.setPlainText("A text.")
    shown = {"question": entry.question, "pair": entry.pair}
    assert {name for name, field in shown.items() if not field.isHidden()} == parts


def test_a_part_that_a_text_has_is_shown_whoever_asks(qapp: QApplication) -> None:
    entry = TextEntry()
    entry.edit("t", TextInput.of("A text.", "Another."))
    assert (entry.pair.isHidden(), entry.question.isHidden()) == (False, True)
