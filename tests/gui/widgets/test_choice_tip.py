from PySide6.QtWidgets import QApplication, QComboBox

from granview.gui.widgets.choice_tip import set_choice_tip
from granview.gui.widgets.text_preview import as_tip


def test_a_choice_stands_whole_in_its_tip_above_what_it_is_for(qapp: QApplication) -> None:
    choice = QComboBox()
    choice.addItems(["Forward p50, ms", "<b>VRAM</b>"])

    set_choice_tip(choice, "The cost on the horizontal axis")

    assert choice.toolTip() == as_tip("Forward p50, ms\nThe cost on the horizontal axis")
    assert choice.accessibleName() == "The cost on the horizontal axis"
    choice.setCurrentIndex(1)
    assert choice.toolTip() == as_tip("<b>VRAM</b>\nThe cost on the horizontal axis")
    set_choice_tip(choice, "Another axis")
    choice.clear()
    assert choice.toolTip() == as_tip("Another axis")
