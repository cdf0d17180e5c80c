"""Whether there is a newer version: asked when the user presses the button, or at each start where they want that."""

from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

import granview
from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.dialog_page import Page, words_label
from granview.gui.session.preferences import Preferences
from granview.io.updates import Release, checked_host, is_newer, latest_release


class UpdatesDialog(Page):
    """Says what a check would contact before it contacts anything."""

    def __init__(self, preferences: Preferences, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(self.tr("Check for updates"), parent)
        self._preferences = preferences
        self._jobs = jobs
        self._page = ""
        settings = preferences.settings
        self.running = words_label(self.tr("This is GranView {version}.").format(version=granview.__version__))
        self.address = QLineEdit(settings.updates_address)
        self.address.setPlaceholderText("https://")
        self.address.setMinimumWidth(360)
        self.at_start = QCheckBox(self.tr("Check at each start"))
        self.at_start.setChecked(settings.check_updates)
        self.contacts = words_label()
        self.contacts.setProperty("role", "muted")
        self.state = words_label()
        form = QFormLayout()
        form.addRow(self.tr("&Address"), self.address)
        form.addRow("", self.at_start)
        self.body.addWidget(self.running)
        self.body.addLayout(form)
        self.body.addWidget(self.contacts)
        self.body.addWidget(self.state)
        self.body.addStretch(1)
        self.check = self.buttons.addButton(self.tr("Check now"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_page = self.buttons.addButton(self.tr("Open its page"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_page.hide()
        self.add_cancel(self.tr("Close"))
        self.check.clicked.connect(self.check_now)
        self.open_page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        self.address.textChanged.connect(self._on_address)
        self.finished.connect(self._keep)
        self._on_address()
        self.resize(520, 260)

    def check_now(self) -> None:
        """Ask the address, on a thread of its own."""
        self._keep()
        self.check.setEnabled(False)
        self.state.setText(self.tr("Asking…"))
        address = self.address.text().strip()
        self._jobs.start(lambda: latest_release(address), self._on_release, self._on_failure)

    def _on_address(self) -> None:
        address = self.address.text().strip()
        try:
            host = checked_host(address) if address else ""
        except GranViewError as error:
            self._say_contacts(str(error), False)
            return
        if not host:
            self._say_contacts(self.tr("No address is set, so nothing is ever contacted."), False)
            return
        words = self.tr(
            "A check asks {host} for one file that names the latest version, and for nothing else. Nothing is said of "
            "you, your data or this machine but the address that it has in the network."
        )
        self._say_contacts(words.format(host=host), True)

    def _say_contacts(self, words: str, can_check: bool) -> None:
        self.contacts.setText(words)
        self.check.setEnabled(can_check)
        self.at_start.setEnabled(can_check)

    def _on_release(self, release: Release) -> None:
        self.check.setEnabled(True)
        self._page = release.page
        if not is_newer(release.version, granview.__version__):
            self.state.setText(self.tr("There is no newer version."))
            return
        self.state.setText(self.tr("GranView {version} can be had.").format(version=release.version))
        self.open_page.setVisible(bool(self._page))

    def _on_failure(self, error: GranViewError) -> None:
        self.check.setEnabled(True)
        self.state.setText(str(error))

    def _keep(self) -> None:
        address = self.address.text().strip()
        wanted = bool(address) and self.at_start.isEnabled() and self.at_start.isChecked()
        self._preferences.change(replace(self._preferences.settings, check_updates=wanted, updates_address=address))
