"""Pictures, opened by the decoder's process; their ground truth is read as they were turned."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.reading_params import reading_params
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.gui.background.jobs import Job
from granview.gui.session.sample_opener import Failed, Opened, OpenerContext, SampleOpener
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.core.truth import Truth
    from granview.engine.picture_server import SharedPicture


class PictureOpener(SampleOpener):
    """Opens ``SharedPicture``."""

    def __init__(self, context: OpenerContext) -> None:
        self._context = context

    def open(self, sample: Sample, done: Callable[[Opened], None], failed: Failed) -> None:
        """Have the picture decoded."""

        def on_picture(picture: "SharedPicture | InputError") -> None:
            if isinstance(picture, InputError):
                failed(picture)
            else:
                done(Opened(picture, picture.notices))

        self._context.pictures.open(Path(sample.path), on_picture, self._context.params().image.range)

    def read_reference(
        self,
        reference: Reference,
        content: object,
        by_index: LabelSet | None,
        wanted: "type[Truth] | None",
        done: "Callable[[Truth], None]",
        failed: Failed,
    ) -> Job:
        """Read the reference's file in the frame of the picture."""
        picture, params = cast("SharedPicture", content), reading_params(self._context.params())

        def read(_: Session) -> "Truth":
            from granview.io.orientation import Frame
            from granview.io.reference_format import read_truth

            frame = Frame(picture.height, picture.width, picture.orientation)
            return read_truth(reference, frame, by_index, params, wanted)

        return self._context.document.read(read, done, failed)

    def reads_otherwise(self, before: RunParams, now: RunParams) -> bool:
        """Another range of brightness, or another meaning of a reference's values."""
        return reading_params(before) != reading_params(now)
