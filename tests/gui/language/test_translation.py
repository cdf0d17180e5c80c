from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from granview.gui.language.below import localized, localized_head
from granview.gui.language.translation import (
    ENGLISH,
    Translation,
    asked_language,
    language_for,
    language_names,
    locale_for,
)
from tests.helpers.translations import build


def test_a_wish_counts_and_else_the_system() -> None:
    assert language_for("zh_CN", QLocale("en_US")) == "zh_CN"
    assert language_for("en", QLocale("zh_CN")) == "en"
    assert language_for("", QLocale("zh_TW")) == "zh_CN"
    assert language_for("", QLocale("de_DE")) == "en"


def test_a_word_of_the_command_line_counts_before_the_settings() -> None:
    assert asked_language("zh_CN") == "zh_CN"
    assert asked_language("system") == language_for("")
    assert asked_language("") == ""


def test_numbers_are_written_as_the_system_does_where_it_speaks_the_language() -> None:
    assert locale_for("en", QLocale("en_GB")) == QLocale("en_GB")
    assert locale_for("en", QLocale.c()) == QLocale("en_GB")
    assert locale_for("zh_CN", QLocale.c()).language() == QLocale.Language.Chinese
    assert locale_for("zh_CN", QLocale("en_GB")).language() == QLocale.Language.Chinese


def test_languages_are_called_as_their_speakers_call_them() -> None:
    assert language_names()["zh_CN"] == "简体中文"


def test_words_of_the_window_of_qt_and_from_below_change_and_come_back(qapp: QApplication) -> None:
    build()
    translation = Translation(qapp)
    translation.use("zh_CN")
    assert QCoreApplication.translate("MetricsPanel", "Metrics") == "指标"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert localized("Segmentation") == "语义分割"
    assert localized_head("mIoU") == "mIoU"
    assert localized("no table knows this") == "no table knows this"
    assert QCoreApplication.translate("LaneStrip", "%n more lanes", "", 1) == "另有 1 个模型"
    translation.use(ENGLISH)
    assert QCoreApplication.translate("LaneStrip", "%n more lanes", "", 1) == "1 more lane"
    assert QCoreApplication.translate("LaneStrip", "%n more lanes", "", 2) == "2 more lanes"
    assert QCoreApplication.translate("MetricsPanel", "Metrics") == "Metrics"
    assert localized("Segmentation") == "Segmentation"
