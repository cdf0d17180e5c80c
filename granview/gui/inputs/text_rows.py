"""What the list of inputs says of texts: their first words."""

from typing import Final

from PySide6.QtCore import QObject

from granview.core.sample import Sample
from granview.gui.background.jobs import Jobs
from granview.gui.inputs.sample_rows import SampleRows
from granview.gui.inputs.text_previews import TextPreviews
from granview.gui.widgets.text_preview import one_line, preview_of, searchable

_TIP_CHARS: Final = 400


class TextRows(SampleRows):
    """Shows the first words of texts; those of files are read when they are first wanted.

    Args:
        jobs: Threads.
        parent: Owns this.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = TextPreviews(jobs, self)
        self._previews.changed.connect(self.changed)

    def title(self, sample: Sample) -> str:
        """The first words of a sample's text, as its row's title."""
        if sample.text is not None:
            return preview_of(sample.text)
        return one_line(self._previews.get(sample.path) or "")

    def error(self, sample: Sample) -> str:
        """Why the file cannot be read."""
        return "" if sample.text is not None else self._previews.error(sample.path)

    def tip(self, sample: Sample) -> list[str]:
        """The beginning of the text, and an empty line."""
        given = sample.text
        text = self._previews.get(sample.path) or "" if given is None else searchable(given, _TIP_CHARS)
        return [text[:_TIP_CHARS] + ("…" if len(text) >= _TIP_CHARS else ""), ""]

    def read_texts(self) -> dict[str, str]:
        """The first words that have been read so far, by path."""
        return self._previews.known()
