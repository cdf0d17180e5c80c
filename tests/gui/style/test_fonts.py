import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from granview.gui.style.fonts import missing_scripts, window_font


def test_letters_grow_with_the_percent_and_lack_no_script_that_is_installed(qapp: QApplication) -> None:
    base = QFont("DejaVu Sans", 10)
    font = window_font(base, 150)
    assert font.pointSizeF() == 15
    assert font.families()[0] == "DejaVu Sans"
    assert "Noto Sans CJK SC" in font.families()
    in_px = QFont("DejaVu Sans")
    in_px.setPixelSize(12)
    assert window_font(in_px, 200).pixelSize() == 24


def test_an_alias_gives_way_to_the_family_behind_it_and_not_to_a_font_for_another_script(qapp: QApplication) -> None:
    base = QFont("Sans Serif", 10)
    assert QFontInfo(window_font(base, 100)).family() == QFontInfo(base).family()
    assert window_font(base, 100).families()[0] in QFontDatabase.families()


def test_a_script_without_a_font_is_named_with_what_to_install(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    assert [words.split(": ")[0] for words in missing_scripts()] == [
        "No font here has Chinese",
        "No font here has Arabic",
        "No font here has emoji",
    ]
    assert all("Install Noto" in words for words in missing_scripts())
