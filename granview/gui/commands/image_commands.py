"""Settling how pictures and masks are read: what is certain is said, the rest asked; runs wait for the answer."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from granview.core.image_params import ImageParams, ImageRange, MaskFrame, MaskValues
from granview.core.mask_context import MaskContext
from granview.gui.background.timers import once
from granview.gui.model.compared_lanes import compares_with
from granview.gui.services import Services
from granview.gui.session.image_prompts import ImagePrompts, read_prompts, save_prompts
from granview.gui.session.image_surveyor import ImageSurveyor
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.banner import Banners

if TYPE_CHECKING:
    from granview.io.image_survey import ImageSurvey

Open = Callable[[], QDialog]

translate = QCoreApplication.translate


class ImageCommands(QObject):
    """Adds the acts that say how pictures and masks are read, and asks where it is not certain."""

    def __init__(
        self, services: Services, surveyor: ImageSurveyor, banners: Banners, actions: ActionSet, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._surveyor = surveyor
        self._banners = banners
        self._window = parent
        self._waiting: deque[Open] = deque()
        self._held: list[Callable[[], None]] = []
        self._dialog: QDialog | None = None
        self._prompts = ImagePrompts()
        self._is_deciding = False
        masks, brightness = self.tr("What &masks mean…"), self.tr("&Brightness of pictures…")
        actions.add("mask-values", masks, lambda: self._ask([self._new_mask_page]), (), "reference")
        actions.add("image-range", brightness, lambda: self._ask([self._new_range_page]), (), "image")
        surveyor.surveyed.connect(self._on_surveyed)
        services.document.replaced.connect(self._forget)
        services.runner.hold = self._hold

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being looked at or asked."""
        return not self._surveyor.is_busy and not self._is_deciding and self._dialog is None

    @property
    def has_looked(self) -> bool:
        """Whether it is known what the pictures and masks that are here hold."""
        return self._surveyor.latest is not None

    def _hold(self, run: Callable[[], None]) -> bool:
        """Keep a run until it is settled how its pictures and masks are read."""
        if self.is_settled:
            return False
        self._held.append(run)
        return True

    def _forget(self) -> None:
        self._waiting.clear()
        self._held.clear()
        self._is_deciding = False
        if self._dialog is not None:
            self._dialog.reject()

    def _on_surveyed(self, survey: "ImageSurvey | None") -> None:
        if survey is None or self._services.document.is_read_only:
            self._release()
            return
        self._is_deciding = True
        self._services.document.read(read_prompts, partial(self._decide, survey))

    def _decide(self, survey: "ImageSurvey", before: ImagePrompts) -> None:
        """Take over what follows from the content, and ask about what does not."""
        self._is_deciding = False
        found = before.after(survey, self._services.model.params.image, self._n_classes())
        self._keep(found.prompts, before)
        for line in found.sentences:
            self._services.event_log.write(line)
        self._use(found.params)
        pages = {"masks": self._new_mask_page, "range": self._new_range_page}
        self._ask_or_offer([pages[name] for name in found.asked])

    def _keep(self, prompts: ImagePrompts, before: ImagePrompts) -> None:
        self._prompts = prompts
        if prompts != before:
            self._services.document.write(partial(save_prompts, prompts=prompts))

    def _n_classes(self) -> set[int]:
        """How many classes the models have, where that is known."""
        return {len(names) for names in self._class_names() if names}

    def _class_names(self) -> list[tuple[str, ...]]:
        """The classes of the lanes that are compared with masks; others say nothing of what a mask's values mean."""
        if all(lane.facts is None for lane in self._services.model.lanes.all()):
            return []
        from granview.io.reference_format import REFERENCE_FORMATS

        types = {known.truth_type for known in REFERENCE_FORMATS.all().values() if known.has_mask_values}
        lanes = [lane for lane in self._services.model.lanes.all() if any(compares_with(lane, each) for each in types)]
        return [lane.facts.labels.names for lane in lanes if lane.facts is not None]

    def _choose(self, image: ImageParams) -> None:
        """What the user has chosen can be undone."""
        params = msgspec.structs.replace(self._services.model.params, image=image)
        self._services.deeds.change_params(
            params, lambda: translate("ImageCommands", "how pictures and masks are read")
        )

    def _use(self, image: ImageParams) -> None:
        """What follows from the files holds without a word."""
        model = self._services.model
        params = msgspec.structs.replace(model.params, image=image)
        if params != model.params:
            model.set_params(params)
            self._services.document.write(lambda session: session.set_params(params))

    def _ask_or_offer(self, pages: list[Open]) -> None:
        if not pages or not self._services.model.lanes.is_running:
            self._ask(pages)
            return
        text = self.tr("It is not certain how the new pictures or masks are to be read.")
        soon = once(self, 0, lambda: self._ask(pages))
        self._banners.show_text("images", text, (self.tr("Choose…"), soon.start))
        self._release()

    def _ask(self, pages: list[Open]) -> None:
        self._waiting.extend(pages)
        if self._dialog is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._release()
            return
        self._dialog = self._waiting.popleft()()
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None
        self._next()

    def _release(self) -> None:
        """Let the runs begin that have waited."""
        held, self._held = self._held, []
        for run in held:
            run()

    def _new_mask_page(self) -> QDialog:
        from granview.gui.dialogs.mask_values import MaskValuesDialog
        from granview.io.mask_guess import guess_masks
        from granview.io.mask_survey import MaskSurvey, mask_folders
        from granview.io.mask_table import MaskTable

        survey = MaskSurvey() if self._surveyor.latest is None else self._surveyor.latest.masks
        names = self._class_names()
        table = MaskTable.of(survey, names[0] if len(set(names)) == 1 else ())
        doubts = guess_masks(survey, self._n_classes()).doubts
        image = self._services.model.params.image
        folders = mask_folders(survey, image.mask_readings)
        dialog = MaskValuesDialog(table, image, doubts, self._window, survey, folders)
        dialog.chosen.connect(self._on_values)
        return dialog

    def _on_values(self, values: MaskValues, frame: MaskFrame | None, folder: str) -> None:
        image = msgspec.structs.replace(
            self._services.model.params.image, mask_frame=frame or self._services.model.params.image.mask_frame
        )
        if folder:
            self._choose(msgspec.structs.replace(image, mask_readings={**image.mask_readings, folder: values}))
            return
        self._keep(msgspec.structs.replace(self._prompts, is_settled=True), self._prompts)
        self._choose(msgspec.structs.replace(image, mask_values=values))

    def use_readings(self, readings: Mapping[str, MaskValues]) -> None:
        """Read the masks of some folders so from now on, whatever is chosen for the others."""
        image = self._services.model.params.image
        self._choose(msgspec.structs.replace(image, mask_readings={**image.mask_readings, **readings}))

    def mask_context(self) -> MaskContext:
        """What is settled about masks by now, for those that come."""
        return MaskContext(self._prompts.own(self._services.model.params.image), frozenset(self._n_classes()))

    def _new_range_page(self) -> QDialog:
        from granview.gui.dialogs.image_range import ImageRangeDialog
        from granview.io.range_survey import RangeSurvey

        survey = RangeSurvey() if self._surveyor.latest is None else self._surveyor.latest.ranges
        dialog = ImageRangeDialog(survey, self._services.model.params.image.range, self._window)
        dialog.chosen.connect(self._on_range)
        return dialog

    def _on_range(self, image_range: ImageRange | None) -> None:
        self._choose(msgspec.structs.replace(self._services.model.params.image, range=image_range))
