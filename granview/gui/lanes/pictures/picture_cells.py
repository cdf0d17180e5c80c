"""Contents of the cells of a picture."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QCoreApplication

from granview.core.labels import LabelSet
from granview.core.sample import Sample
from granview.gui.lanes.lane_cells import LaneCells
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.presenters.picture_content import PictureContent

if TYPE_CHECKING:
    from granview.engine.picture_server import SharedPicture

translate = QCoreApplication.translate

PICTURE_KEY: Final = "picture"


class PictureCells(LaneCells):
    """Makes contents of what the loader has opened of a picture."""

    def cells(self, sample: Sample, lanes: Sequence[Lane], sets: Mapping[str, LabelSet]) -> list[PictureContent]:
        """The reference where there is one, then the lanes; the bare picture where there is neither."""
        has_reference = sample.reference is not None or self._loader.reference_prediction is not None
        reference = [self._reference(sample, sets.get(REFERENCE_KEY))] if has_reference else []
        plain = [self._plain(sample)] if self._view.show_picture else []
        shown = [*plain, *reference, *(self._lane(sample, lane, sets.get(lane.name)) for lane in lanes)]
        return shown if len(shown) > len(plain) else [self._bare(sample)]

    def _picture(self) -> "SharedPicture | None":
        return cast("SharedPicture | None", self._loader.content)

    def _plain(self, sample: Sample) -> PictureContent:
        title, message = translate("GridController", "Picture"), self._loader.error
        return PictureContent(PICTURE_KEY, title, message=message, is_plain=True, picture=self._picture())

    def _bare(self, sample: Sample) -> PictureContent:
        message = self._loader.error or " ".join(self._loader.notices)
        return PictureContent(PICTURE_KEY, sample.filename, message=message, is_plain=True, picture=self._picture())

    def _reference(self, sample: Sample, labels: LabelSet | None) -> PictureContent:
        return PictureContent(
            REFERENCE_KEY,
            translate("GridController", "Reference"),
            message=self._loader.error or self._loader.reference_error or self._notices(),
            picture=self._picture(),
            prediction=self._loader.reference_prediction,
            labels=labels,
            is_reference=True,
            failed=bool(self._loader.reference_error),
        )

    def _notices(self) -> str:
        """What must be known of the picture and of its reference: how they were read, and which others lanes go by."""
        reference = self._loader.reference
        names = ", ".join(Path(one.path).name or one.record for one in self._loader.references_besides)
        words = translate("GridController", "Lanes that know another type of reference are compared with {files}.")
        further = (words.format(files=names),) if names else ()
        return " ".join((*self._loader.notices, *(() if reference is None else reference.notices), *further))

    def _lane(self, sample: Sample, lane: Lane, labels: LabelSet | None) -> PictureContent:
        row = self._model.row(sample.name, lane.name)
        prediction = self._loader.predictions.get(lane.name)
        return PictureContent(
            **self.lane_fields(sample, lane, labels, self._explainer.message(lane.name)),
            picture=self._picture(),
            prediction=prediction,
            labels=labels if prediction is not None else None,
            class_map=None if row is None else row.class_map_to(self._loader.reference_labels),
            heat=self._explainer.explanations.heat(lane.name),
        )
