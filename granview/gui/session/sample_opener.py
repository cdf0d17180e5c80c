"""How the sample that is shown, and its ground truth, are opened off the window's thread: each kind has its opener."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from granview.core.labels import LabelSet
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.gui.background.jobs import Job
from granview.gui.session.document import Document
from granview.gui.session.pictures import Pictures

if TYPE_CHECKING:
    from granview.core.truth import Truth

Failed = Callable[[Exception], None]


@dataclass(frozen=True)
class Opened:
    """A sample that is open.

    Attributes:
        content: What the kind's cells show, such as a ``SharedPicture`` or an ``OpenedText``.
        notices: What must be known of how it was read.
    """

    content: object
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenerContext:
    """What openers work with.

    Attributes:
        document: Whose threads read files.
        pictures: The decoder of pictures.
        params: How samples are read now.
    """

    document: Document
    pictures: Pictures
    params: Callable[[], RunParams]


class SampleOpener:
    """Opens the samples of one kind, one at a time: the latest counts."""

    def open(self, sample: Sample, done: Callable[[Opened], None], failed: Failed) -> None:
        """Begin to open a sample; one of the two is called on this thread, after this has returned."""
        raise NotImplementedError

    def read_reference(
        self,
        reference: Reference,
        content: object,
        by_index: LabelSet | None,
        wanted: "type[Truth] | None",
        done: "Callable[[Truth], None]",
        failed: Failed,
    ) -> Job | None:
        """Begin to read the ground truth of a sample that is open.

        Args:
            reference: The ground truth.
            content: Of the sample.
            by_index: Classes that numbers may stand for, where the reference names none; None: none are known.
            wanted: The type of truth as which it is read; None: as its file's name says.
            done: Called with the truth.
            failed: Called with what went wrong.

        Returns:
            The work that was begun; None where there is nothing to read: the reference holds all that is known.
        """
        return None

    def reads_otherwise(self, before: RunParams, now: RunParams) -> bool:
        """Whether samples that are open must be opened anew, because they are read in another way now."""
        return False

    def cancel(self) -> None:
        """What is being opened is not wanted any more."""


class OpenedKind(Protocol):
    """What a loader asks of a kind of samples."""

    def plural(self) -> str:
        """Several of them in a sentence."""
        ...

    def new_opener(self, context: OpenerContext) -> SampleOpener | None:
        """What opens a sample to be shown; None: it cannot be opened."""
        ...
