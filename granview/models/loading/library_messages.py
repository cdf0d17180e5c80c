"""The libraries' own talk: kept off the terminal, and collected where it matters to the user."""

import logging
import warnings
from types import TracebackType
from typing import Final, Self

_LOGGERS: Final = ("transformers", "huggingface_hub", "torchvision")
_UNIMPORTANT: Final = (DeprecationWarning, PendingDeprecationWarning, FutureWarning, ImportWarning)
_WORDED_HERE: Final = ("loading_report", "modeling_utils", "file_download")
"""Modules whose warnings are about missing weights and broken downloads, of which GranView speaks itself."""


class LibraryMessages(logging.Handler):
    """While it is open, the libraries print nothing; what they warn of is collected in ``sentences``.

    Attributes:
        sentences: The first line of each warning, in order; deprecations are left out.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []
        self._caught = warnings.catch_warnings(record=True)
        self._restore: list[tuple[logging.Logger, list[logging.Handler], bool, int]] = []

    def __enter__(self) -> Self:
        _hide_progress_bars()
        for name in _LOGGERS:
            logger = logging.getLogger(name)
            self._restore.append((logger, logger.handlers[:], logger.propagate, logger.level))
            logger.handlers, logger.propagate = [self], False
            logger.setLevel(logging.WARNING)
        self._warnings = self._caught.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for warning in self._warnings or ():
            if not issubclass(warning.category, _UNIMPORTANT):
                self._keep(str(warning.message))
        self._caught.__exit__(kind, value, trace)
        for logger, handlers, propagate, level in self._restore:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)

    def emit(self, record: logging.LogRecord) -> None:
        """Collects a log record of the libraries."""
        if record.module not in _WORDED_HERE:
            self._keep(record.getMessage())

    def _keep(self, text: str) -> None:
        line = next((line.strip() for line in text.splitlines() if line.strip()), "")
        if line:
            self.sentences.append(line)


def _hide_progress_bars() -> None:
    from huggingface_hub.utils.tqdm import disable_progress_bars
    from transformers.utils import logging as transformers_logging

    disable_progress_bars()
    transformers_logging.disable_progress_bar()
