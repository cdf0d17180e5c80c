"""Texts: read whole, gathered by length, scored against what travels with the sample."""

from pathlib import Path

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.limits import MAX_RUN_CHARS
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.text import NO_NAMES, TextInput, TextReference
from granview.core.truth import Truth
from granview.core.truths.text import ReferenceText
from granview.io.text_reader import read_text
from granview.worker.batch import SampleInfo
from granview.worker.length_batcher import LengthBatcher
from granview.worker.prefetch_loop import RequestReader
from granview.worker.sample_kind import WORKER_KINDS, DecodedInput, WorkerKind
from granview.worker.stopwatch import Stopwatch


class WorkerTexts(WorkerKind):
    """Texts, kept as they are."""

    def batcher(self, reader: RequestReader, batch_size: int) -> LengthBatcher:
        """Texts of about the same length share a pass."""
        return LengthBatcher(reader, batch_size)

    def decode(self, source: Sample | Part, params: RunParams) -> DecodedInput:
        """A record's own text, or that of a whole file."""
        if source.text is not None:
            _refuse_long(source, source.text)
            return DecodedInput(source.text, source.text)
        path = Path(source.path)
        with Stopwatch() as watch:
            text = read_text(path, MAX_RUN_CHARS)
        text_input = TextInput.of(text.text)
        return DecodedInput.of_file(path, text_input, text_input, watch.ms, notices=text.notices)

    def truth(
        self,
        item: SampleInfo,
        labels: LabelSet,
        prediction: Prediction,
        reference: Reference | None,
        wanted: type[Truth],
    ) -> Truth | None:
        """What is known of a text; of one whose own likelihood was computed it is that alone, if nothing else is."""
        known = None if reference is None else reference.text
        data_set = NO_NAMES if reference is None else reference.data_set
        if known is None and not prediction.has_likelihood:
            return None
        return ReferenceText(item.subject, known or TextReference(), data_set=data_set)


def _refuse_long(source: Sample | Part, text_input: TextInput) -> None:
    if text_input.exceeds(MAX_RUN_CHARS):
        name = source.name if isinstance(source, Sample) else f"The {source.role}"
        raise InputError(
            f"{name} has {text_input.n_chars:,} characters. At most {MAX_RUN_CHARS:,} are given to a model.",
            "It is shown, and not run. Split it.",
        )


WORKER_KINDS.register("text")(WorkerTexts())
