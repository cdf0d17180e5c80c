"""Nothing unsaved is left without a question: another session, a new one, the end of the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from granview.gui.dialogs.save_changes import ask_to_save
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document


class SaveGate:
    """Asks whether to save, where there is something to be saved.

    Args:
        document: The open session.
        model: Tells whether a comparison without a name holds anything.
        save: Saves, asking for a name where there is none, and then does what it is told.
        window: Over which the question stands.
    """

    def __init__(
        self,
        document: Document,
        model: ComparisonModel,
        save: Callable[[Callable[[], object]], None],
        window: QWidget,
    ) -> None:
        self._document = document
        self._model = model
        self._save = save
        self._window = window
        self._asks = True
        self.box: QMessageBox | None = None

    @property
    def is_needed(self) -> bool:
        """Whether leaving the session now loses something, or leaves it without a name."""
        session = self._document.session
        return self._asks and (self._document.is_modified or (session.unnamed and len(self._model.samples) > 0))

    def ask_no_more(self) -> None:
        """Let everything pass from now on; what is unsaved stays beside the document."""
        self._asks = False

    def let(self, go_on: Callable[[], object]) -> None:
        """Go on, once what is unsaved was saved, or is not wanted; never where the user stays."""
        if not self.is_needed:
            go_on()
        elif self.box is None:
            session = self._document.session
            name = "" if session.unnamed else session.path.name

            def leave() -> None:
                self._document.drop_unsaved()
                go_on()

            self.box = ask_to_save(name, lambda: self._save(go_on), leave, self._window)
            self.box.finished.connect(self._on_finished)

    def let_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now; else it is closed later, once it may."""
        if not self.is_needed:
            return True

        def go_on() -> None:
            self.ask_no_more()
            close()

        self.let(go_on)
        return False

    def _on_finished(self, _: int) -> None:
        self.box = None
