"""Before a model is loaded whose loading runs a program: the person is asked, once for each content of a file."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from granview.engine.source_trust import UntrustedCode, code_file, trust_programs, untrusted_code
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.trust_code import TrustCodeDialog


class TrustGate:
    """Lets acts go on once every program that they would run is allowed.

    Args:
        jobs: Threads that read and hash the files.
        window: Where the question is asked.
    """

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        self._jobs = jobs
        self._window = window

    def let(self, models: Sequence[str], act: Callable[[], None]) -> None:
        """Do something now, or as soon as the person has allowed it; not at all where that is refused.

        A file that cannot be read is left to its lane to tell.
        """
        asked = [model for model in models if code_file(model) is not None]
        if not asked:
            act()
            return
        self._jobs.start(lambda: untrusted_code(asked), lambda programs: self._ask(programs, act), lambda _: act())

    def _ask(self, programs: Sequence[UntrustedCode], act: Callable[[], None]) -> None:
        if not programs:
            act()
            return
        dialog = TrustCodeDialog(programs, self._window)
        dialog.accepted.connect(lambda: self._trust(programs, act))
        dialog.open()

    def _trust(self, programs: Sequence[UntrustedCode], act: Callable[[], None]) -> None:
        self._jobs.start(lambda: trust_programs(programs), lambda _: act(), lambda _: act())
