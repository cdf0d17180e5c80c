"""Version, licences and sources, all of it without a network."""

from granview.gui.dialogs.about import AboutDialog
from tests.helpers.shell import Bench


def test_it_shows_the_text_of_each_licence_and_sources_as_they_are_meant(bench: Bench) -> None:
    bench.work.window.actions_by_name["about"].trigger()
    (dialog,) = bench.work.window.findChildren(AboutDialog)
    parts = dialog.licences.parts
    bench.until(lambda: parts.topLevelItemCount() > 10)

    names = [parts.topLevelItem(row).text(0).lower() for row in range(parts.topLevelItemCount())]
    parts.setCurrentItem(parts.topLevelItem(names.index("msgspec")))

    bench.until(lambda: "Redistribution and use" in dialog.licences.text.toPlainText())
    bench.until(dialog.galleries.toPlainText)
    shown = dialog.galleries.toPlainText()
    assert len(shown) > 1000
    assert not any(sign in shown for sign in ("](", "\n# ", "|---"))


def test_it_can_be_closed_while_licences_are_collected(bench: Bench) -> None:
    bench.work.window.actions_by_name["about"].trigger()
    (dialog,) = bench.work.window.findChildren(AboutDialog)
    dialog.reject()
    bench.until(lambda: not bench.work.window.findChildren(AboutDialog))
