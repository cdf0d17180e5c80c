"""At a start, asks whether there is a newer version, where the user has switched that on."""

from PySide6.QtCore import QCoreApplication

import granview
from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.model.event_log import EventLog
from granview.settings import Settings

translate = QCoreApplication.translate


def check_for_updates(settings: Settings, jobs: Jobs, event_log: EventLog) -> None:
    """Ask the address of the settings, and write a newer version into the log; without both settings, nothing."""
    if not settings.check_updates or not settings.updates_address:
        return
    from granview.io.updates import Release, is_newer, latest_release

    def on_release(release: Release) -> None:
        if is_newer(release.version, granview.__version__):
            words = translate("UpdateCheck", "GranView {version} can be had: Help ▸ Check for updates.")
            event_log.write(words.format(version=release.version))

    def on_failure(error: GranViewError) -> None:
        words = translate("UpdateCheck", "It could not be seen whether there is a newer version. {reason}")
        event_log.write(words.format(reason=error))

    jobs.start(lambda: latest_release(settings.updates_address), on_release, on_failure)
