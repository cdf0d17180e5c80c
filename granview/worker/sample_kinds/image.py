"""Images: decoded to pixels, gathered in their order, scored against what a file beside them says."""

from pathlib import Path

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.reading_params import reading_params
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.tile_params import MOST_WHOLE_PX
from granview.core.truth import Truth
from granview.io.described_sample import DescribedSample
from granview.io.freed_memory import hand_back
from granview.io.image_reader import read_frame, read_image
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.scoring.luminance import luma
from granview.worker.batch import SampleInfo
from granview.worker.sample_kind import WORKER_KINDS, DecodedInput, WorkerKind
from granview.worker.stopwatch import Stopwatch


class WorkerImages(WorkerKind):
    """Pictures: (H, W, 3) uint8 in sRGB; what is kept of one is its (height, width)."""

    def decode(self, source: Sample | Part, params: RunParams) -> DecodedInput:
        """The pixels of a file."""
        path = Path(source.path)
        with Stopwatch() as watch:
            decoded = read_image(path, image_range=params.image.range)
        height, width, _ = decoded.pixels.shape
        is_large = height * width > MOST_WHOLE_PX
        if is_large:
            hand_back()
        luminance = None if is_large else luma(decoded.pixels)
        facts = {"notices": decoded.notices, "orientation": decoded.orientation, "luminance": luminance}
        return DecodedInput.of_file(path, decoded.pixels, (height, width), watch.ms, **facts)

    def describe(self, sample: Sample, params: RunParams) -> DecodedInput:
        """How a picture lies, by its header."""
        path = Path(sample.path)
        frame = read_frame(path)
        facts = {"orientation": frame.orientation}
        return DecodedInput.of_file(path, DescribedSample(sample, frame), (frame.height, frame.width), 0.0, **facts)

    def truth(
        self,
        item: SampleInfo,
        labels: LabelSet,
        prediction: Prediction,
        reference: Reference | None,
        wanted: type[Truth],
    ) -> Truth | None:
        """What the reference's file says of a picture of this size and orientation."""
        if reference is None:
            return None
        height, width = item.subject
        frame = Frame(height, width, item.orientation)
        truth = read_truth(reference, frame, labels, reading_params(item.request.params), wanted)
        return truth if item.luminance is None else truth.with_luminance(item.luminance)


WORKER_KINDS.register("image")(WorkerImages())
