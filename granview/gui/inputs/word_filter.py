"""Looking for words in names, folders and texts of samples, off the window's thread: texts may be many and long."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from granview.core.sample import Sample
from granview.gui.background.jobs import Job, Jobs
from granview.gui.model.sample_list import SampleList
from granview.gui.widgets.text_preview import searchable

N_CHARS: Final = 20_000
"""So much of each text is looked through; of a file that is one text, as much of its beginning as the list has read."""


class SampleSearch(QObject):
    """Answers the latest question alone.

    Args:
        samples: Where to look.
        read_texts: What has been read of files that are one text, by path.
        jobs: Threads.
    """

    matched = Signal()

    def __init__(
        self,
        samples: SampleList,
        read_texts: Callable[[], Mapping[str, str]],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = samples
        self._read_texts = read_texts
        self._jobs = jobs
        self._job: Job | None = None
        self._words: tuple[str, ...] = ()
        self._names: frozenset[str] = frozenset()

    def ask(self, text: str) -> None:
        """Look for samples that have all words of a text; ``matched`` says when they are known."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._words = tuple(text.casefold().split())
        if not self._words:
            self.matched.emit()
            return
        words, samples, previews = self._words, self._samples.all(), self._read_texts()
        self._job = self._jobs.start(lambda: _matching(samples, previews, words), self._on_matched)

    def listed(self) -> list[Sample]:
        """The samples that match, in the order in which they were added; all while nothing is looked for."""
        everything = self._samples.all()
        return [sample for sample in everything if sample.name in self._names] if self._words else list(everything)

    def _on_matched(self, names: frozenset[str]) -> None:
        self._job = None
        self._names = names
        self.matched.emit()


def _matching(samples: Sequence[Sample], previews: Mapping[str, str], words: Sequence[str]) -> frozenset[str]:
    return frozenset(sample.name for sample in samples if _has_all(_content(sample, previews), words))


def _content(sample: Sample, previews: Mapping[str, str]) -> str:
    text = searchable(sample.text, N_CHARS) if sample.text is not None else previews.get(sample.path, "")
    parts = [part.path if part.text is None else searchable(part.text, N_CHARS) for part in sample.parts]
    return "\n".join((sample.name, sample.path, text, *parts)).casefold()


def _has_all(content: str, words: Sequence[str]) -> bool:
    return all(word in content for word in words)
