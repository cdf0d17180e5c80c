"""Formats of predictions that another program has saved: one file of ``granview.io.saved_predictions`` each."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.registry import Registry
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.listing import SavedListing

CERTAIN: Final = 1.0
PROBABLE: Final = 0.7
POSSIBLE: Final = 0.4


@dataclass(frozen=True)
class Recognition:
    """What a format makes of a folder that is of it.

    Attributes:
        certainty: 0 to 1: 1 where nothing else writes such files, 0.4 where the files could as well be of another.
        tasks: The tasks that it can serve, the likeliest first.
        note: What was understood, as a sentence.
    """

    certainty: float
    tasks: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class SavedRecord:
    """Where the prediction for one sample lies.

    Attributes:
        names: What the sample is called by it, the surest first: paths from the folder without their endings.
        path: The file.
        key: What of the file is meant; empty where the whole file is.
        place: Which record of a table it is, from 0; None where it is none.
    """

    names: tuple[str, ...]
    path: Path
    key: str = ""
    place: int | None = None

    @property
    def title(self) -> str:
        """The file's name, and what of it is meant."""
        return f"{self.path.name} ({self.key})" if self.key else self.path.name


@dataclass(frozen=True)
class SavedPrediction:
    """A prediction that was read.

    Attributes:
        prediction: The prediction.
        notices: What must be said of how it was read.
    """

    prediction: Prediction
    notices: tuple[str, ...] = ()


class SavedReader(ABC):
    """The predictions of one folder, ready to be read one by one.

    Attributes:
        records: Where each prediction lies.
        labels: The classes; empty where the predictions have none, or they are known only once a sample was read.
        notices: What the user must know of how the files were understood; more may be known once a sample was read.
    """

    records: Sequence[SavedRecord] = ()
    labels: LabelSet = LabelSet((), ())
    notices: tuple[str, ...] = ()

    @abstractmethod
    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """What was saved for a sample.

        Args:
            record: Where it lies.
            described: The sample.
            params: What was chosen for the run.

        Raises:
            InputError: it cannot be read, or does not fit the sample.
        """

    def empty(self, described: DescribedSample) -> Prediction | None:
        """The prediction that nothing was detected; None for types of prediction that cannot say that."""
        return None

    def names_of(self, described: DescribedSample) -> tuple[str, ...]:
        """What the sample is called by files of this format, besides its own names, such as its id in a COCO file."""
        return ()


class SavedFormat(ABC):
    """One way in which programs save predictions.

    Attributes:
        title: What such files are, in a word or two, in the plural.
    """

    title: ClassVar[str]

    @abstractmethod
    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Whether a folder is of this format; reads names, and at most a few files.

        Raises:
            InputError: it is of this format, and is refused, in words that say what to do.
        """

    @abstractmethod
    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """The predictions of a folder for a task.

        Raises:
            InputError: they cannot be used.
        """


SAVED_FORMATS: Final[Registry[SavedFormat]] = Registry("granview.io.saved_predictions", "format of saved predictions")


def misfit(record: SavedRecord, size: tuple[int, int], described: DescribedSample) -> InputError:
    """That a prediction is of another size than its picture; sizes are (height, width)."""
    height, width = described.size
    return InputError(
        f"{record.title} is {size[1]} x {size[0]} px, its picture {described.sample.filename} {width} x {height}.",
        "Save predictions at the size of their pictures.",
    )
