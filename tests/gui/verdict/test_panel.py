"""The panel of the verdict, with real widgets."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.core.slices import Condition
from granview.gui.style.theme import DARK, LIGHT
from granview.gui.verdict.margin_button import MarginButton
from granview.gui.verdict.panel import VerdictPanel
from granview.report.margins import Margins
from granview.report.verdict.session_verdicts import read_margins
from granview.settings import Settings
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers import verdict_facts as made
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.shell import Bench


@pytest.fixture
def bench(open_window: OpenBench, tmp_path: Path) -> Bench:
    return open_window(ladder_session(tmp_path / "study.granview", samples=12))


def panel_of(bench: Bench) -> VerdictPanel:
    bench.work.window.docks.show_panel("verdict")
    found = bench.work.window.docks.panels["verdict"]
    assert isinstance(found, VerdictPanel)
    return found


@pytest.fixture
def panel(bench: Bench) -> VerdictPanel:
    found = panel_of(bench)
    bench.until(lambda: found.passage is not None)
    return found


def test_the_headline_comes_first_and_a_card_for_each_pair(panel: VerdictPanel) -> None:
    text = panel.view.toPlainText()
    assert text.startswith("No difference shown: unet-base and unet-small have the same mIoU on each of 12 samples.")
    assert panel.passage is not None
    titles = [card.title for card in panel.passage.cards]
    assert titles == ["unet-base and unet-nano", "unet-small and unet-nano", "unet-base and unet-small"]
    assert all(title in text for title in titles)
    assert panel.title() == "Verdict"
    assert [text.count(sentence) for sentence in panel.passage.headline] == [1] * len(panel.passage.headline)


def test_a_click_on_a_place_narrows_everything_and_lists_its_samples(bench: Bench, panel: VerdictPanel) -> None:
    assert panel.passage is not None
    where = panel.passage.cards[0].where
    group, line = next(
        (g, n) for g, each in enumerate(where) for n, line in enumerate(each.lines) if "class membrane" in line.text
    )
    panel.view.anchorClicked.emit(QUrl(f"place:0.{group}.{line}"))
    wanted = bench.work.services.focus.slice
    assert Condition("class", ("membrane",)) in wanted.conditions
    bench.until(lambda: bench.work.model.samples.limit is not None)
    said = panel.view.toPlainText()
    bench.live(0.1)
    assert panel.view.toPlainText() == said
    panel.view.anchorClicked.emit(QUrl("place:9.9.9"))
    panel.view.anchorClicked.emit(QUrl("https://example.org"))
    assert bench.work.services.focus.slice == wanted


def test_the_language_is_chosen_and_remembered(bench: Bench, panel: VerdictPanel) -> None:
    panel.language.chosen.emit("zh")
    assert "未显示差异" in panel.view.toPlainText()
    bench.until(lambda: bench.saved)
    assert bench.saved[-1].verdict_language == "zh"
    panel.copy_button.click()
    assert "建议：" in QGuiApplication.clipboard().text()
    panel.language.chosen.emit("en")
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("No difference shown: unet-base")


def test_a_language_of_before_is_that_of_the_next_start(open_window: OpenBench, tmp_path: Path) -> None:
    session = ladder_session(tmp_path / "study.granview", samples=9)
    bench = open_window(session, Settings(theme="light", verdict_language="zh"))
    panel = panel_of(bench)
    bench.until(lambda: panel.passage is not None)
    assert panel.language.current() == "zh"
    assert "建议" not in panel.view.toPlainText()[:4]
    assert "unet-base" in panel.view.toPlainText()


def test_a_margin_is_kept_in_the_session_and_changes_what_is_said(bench: Bench, panel: VerdictPanel) -> None:
    assert list(panel.margins.fields) == ["miou", "score"]
    assert panel.margins.fields["miou"].value() == 0.02
    panel.margins.fields["miou"].setValue(0.5)
    bench.until(lambda: "unet-nano is enough" in panel.view.toPlainText())
    session = bench.work.document.session
    bench.until(lambda: read_margins(session).of_metric == {"miou": 0.5})


def test_the_margin_button_says_the_margins_what_they_are_and_who_set_them(bench: Bench, panel: VerdictPanel) -> None:
    assert panel.margins.text() == "Margin 0.02"
    assert "smallest difference that matters to you" in panel.margins.toolTip()
    assert "the usual one" in panel.margins.toolTip()
    assert not panel.margins.reset.isEnabled()
    panel.margins.fields["score"].setValue(0.05)
    bench.until(lambda: panel.margins.text() == "Margin 0.02 / 0.05")
    assert "0.05, set by you" in panel.margins.toolTip()


def test_what_is_set_is_told_when_the_menu_closes_and_can_be_forgotten(bench: Bench, panel: VerdictPanel) -> None:
    session = bench.work.document.session
    menu = panel.margins.menu()
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    panel.margins.fields["miou"].setValue(0.3)
    panel.margins.fields["score"].setValue(0.1)
    menu.close()
    assert panel._report.margins.of_metric == {"miou": 0.3, "score": 0.1}
    bench.until(panel.margins.reset.isEnabled)
    panel.margins.reset.click()
    bench.until(lambda: panel.margins.text() == "Margin 0.02")
    assert read_margins(session).of_metric == {}
    assert not panel.margins.reset.isEnabled()


def test_tab_goes_through_the_margins_and_return_closes_their_menu(bench: Bench, panel: VerdictPanel) -> None:
    menu, fields = panel.margins.menu(), panel.margins.fields
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    bench.until(fields["miou"].hasFocus)
    QTest.keyClick(fields["miou"], Qt.Key.Key_Tab)
    assert fields["score"].hasFocus()
    QTest.keyClick(fields["score"], Qt.Key.Key_Return)
    assert not menu.isVisible()


def test_margins_that_pairs_do_not_share_are_shown_as_a_range_and_stay_theirs(qapp: QApplication) -> None:
    button, told = MarginButton(), []
    button.changed.connect(told.append)
    pairs = [made.pair(replace(made.statement(0.06), margin=margin)) for margin in (0.04, 0.02)]
    button.show_facts(made.facts(*pairs))
    assert button.text().startswith("Margin 0.02–0.04")
    button.menu().aboutToHide.emit()
    assert told == []
    button.deleteLater()


def test_margins_of_a_session_that_is_open_elsewhere_cannot_be_changed(qapp: QApplication) -> None:
    button = MarginButton()
    button.show_facts(made.facts(made.pair(made.statement(0.06))), Margins(of_metric={"miou": 0.1}), may_change=False)
    assert not any(field.isEnabled() for field in button.fields.values())
    assert not button.reset.isEnabled()
    button.deleteLater()


def test_the_pinned_lane_is_what_the_others_are_compared_with(bench: Bench, panel: VerdictPanel) -> None:
    bench.work.services.view.pinned = "unet-small"
    bench.until(lambda: panel.passage is not None and len(panel.passage.cards) == 2)
    assert panel.passage is not None
    assert {card.kind for card in panel.passage.cards} == {"against the chosen model"}


def test_without_a_lane_it_says_what_it_will_show(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(Session.create(tmp_path / "empty.granview"))
    panel = panel_of(bench)
    bench.live(0.1)
    assert panel.passage is None
    assert "Which model is enough" in panel._hint.text()
    panel.copy_passage()


def test_it_wears_the_theme_and_nothing_is_cut_off_at_the_side(bench: Bench, panel: VerdictPanel) -> None:
    panel.set_theme(DARK)
    assert DARK.raised in panel.view.document().toHtml()
    panel.set_theme(LIGHT)
    assert LIGHT.raised in panel.view.document().toHtml()
    bench.live(0.05)
    assert panel.view.document().idealWidth() <= panel.view.viewport().width() + 1
    assert panel.view.horizontalScrollBar().maximum() == 0


def test_numbers_have_a_tip_that_says_what_they_are(panel: VerdictPanel) -> None:
    formats: list[QTextFormat] = panel.view.document().allFormats()
    tips = [each.toCharFormat().toolTip() for each in formats]
    assert any("The metric of one lane less that of another" in tip for tip in tips)
    assert any("Click: narrow everything to this" in tip for tip in tips)


def test_names_are_shown_as_plain_text(open_window: OpenBench, tmp_path: Path) -> None:
    from granview.gui.verdict.passage_html import passage_html
    from granview.report.verdict.languages import LANGUAGES
    from granview.report.verdict.passage import passage_of

    pair = made.pair(made.statement(0.06, shown=True), lanes=("<b>x</b>", "<img src=y>"))
    html = passage_html(passage_of(made.facts(pair), LANGUAGES["en"]), DARK)
    assert "<b>x" not in html
    assert "<img" not in html
