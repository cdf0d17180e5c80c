from PySide6.QtWidgets import QApplication

from granview.core.sample import Part
from granview.core.text import TextInput
from granview.gui.lanes.part_strip import PartStrip

QUESTION = Part("question", "text", text=TextInput.of("How many\ncells?", question="Really?"))
SECOND = Part("after", "image", "/scans/second.png")


def test_each_part_is_put_in_words_by_its_own_kind(qapp: QApplication) -> None:
    strip = PartStrip()
    strip.show_parts((QUESTION, SECOND))
    assert strip.texts() == ["question", "Really? · How many cells?", "after", "second.png"]
    assert not strip.isHidden()
    strip.show_parts((SECOND,))
    assert strip.texts() == ["after", "second.png"]
    strip.show_parts(())
    assert strip.texts() == []
    assert strip.isHidden()
