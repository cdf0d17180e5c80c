"""One saved prediction read ahead of all others: whether it can be, and what its classes are taken for."""

from pathlib import Path

from granview.core.errors import GranViewError
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.io.described_sample import DescribedSample
from granview.io.image_reader import read_frame
from granview.io.sample_kind import pictures
from granview.io.saved.saved_prediction import SavedReader, SavedRecord


def tried(reader: SavedReader, record: SavedRecord, sample: Sample) -> tuple[str, ...]:
    """What is to be said of predictions once one of them has been read: their classes may be known only then.

    Args:
        reader: The predictions.
        record: The one that is read.
        sample: The sample that it is for.

    Returns:
        The notices of the reader; where it cannot be read, why.
    """
    is_picture = bool(pictures((sample,)))
    if not is_picture and sample.text is None:  # a text in a file of its own, which is not read for this
        return reader.notices
    try:
        frame = read_frame(Path(sample.path)) if is_picture else None
        reader.read(record, DescribedSample(sample, frame, sample.text), RunParams())
    except GranViewError as error:
        return (*reader.notices, str(error))
    return reader.notices
