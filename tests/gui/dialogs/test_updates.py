"""Nothing is contacted before the user wants it, and what would be is named."""

from dataclasses import replace

from granview.gui.commands.update_check import check_for_updates
from granview.gui.dialogs.updates import UpdatesDialog
from granview.settings import Settings
from tests.helpers.release_server import release_server
from tests.helpers.shell import Bench


def test_a_check_is_off_named_and_asked_by_the_button(bench: Bench) -> None:
    bench.work.window.actions_by_name["updates"].trigger()
    (dialog,) = bench.work.window.findChildren(UpdatesDialog)
    assert (dialog.at_start.isChecked(), dialog.check.isEnabled()) == (False, False)
    assert "nothing is ever contacted" in dialog.contacts.text()

    with release_server(b'{"version": "99.0", "page": "https://example.org/99"}') as (address, requests):
        dialog.address.setText(address)
        assert "127.0.0.1" in dialog.contacts.text()
        assert requests == []
        dialog.check.click()
        bench.until(dialog.check.isEnabled)
        assert "99.0" in dialog.state.text()
        assert dialog.open_page.isVisibleTo(dialog)
        dialog.at_start.setChecked(True)
        dialog.reject()

        settings = bench.work.preferences.settings
        assert (settings.check_updates, settings.updates_address) == (True, address)
        check_for_updates(Settings(), bench.work.services.jobs, bench.work.services.event_log)
        check_for_updates(
            replace(settings, check_updates=False), bench.work.services.jobs, bench.work.services.event_log
        )
        assert len(requests) == 1
        check_for_updates(settings, bench.work.services.jobs, bench.work.services.event_log)
        bench.until(lambda: any("99.0" in entry.text for entry in bench.work.services.event_log.entries))
        assert len(requests) == 2


def test_an_address_that_is_not_encrypted_is_not_asked(bench: Bench) -> None:
    bench.work.window.actions_by_name["updates"].trigger()
    (dialog,) = bench.work.window.findChildren(UpdatesDialog)
    dialog.address.setText("http://example.org/latest.json")

    assert not dialog.check.isEnabled()
    assert "not encrypted" in dialog.contacts.text()
