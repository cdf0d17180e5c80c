"""Comparison pages: a sample, its reference, and what every lane said, side by side."""

from collections.abc import Iterable
from pathlib import Path

from granview.core.errors import ArgumentError
from granview.core.sample import Sample
from granview.export.overlay import OPACITY
from granview.export.page_request import PageRequest, PageTools
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.export.texts.renderer import PageRenderer
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord
from granview.tasks.base import TASKS
from granview.tasks.tasks_of_sample import tasks_for


class ComparisonPages:
    """Makes the pages of one session.

    Args:
        session: Where predictions are read.
        opacity: Of predictions over the picture, 0 to 1.
        lanes: Names of the lanes to show, in this order; None for all. Those that do not take a sample are left out.
        renderer: Draws pages of texts; None to start a process for each page.

    Raises:
        ArgumentError: there is no such lane.
    """

    def __init__(
        self,
        session: SessionReader,
        opacity: float = OPACITY,
        lanes: Iterable[str] | None = None,
        renderer: PageRenderer | None = None,
    ) -> None:
        self._session = session
        self._tools = PageTools(session, renderer)
        self._opacity = opacity
        self._samples = {sample.name: sample for sample in session.samples()}
        known = {lane.name: lane for lane in session.lanes() if lane.spec.task in TASKS}
        wanted = list(known if lanes is None else lanes)
        if unknown := [name for name in wanted if name not in known]:
            raise ArgumentError(f"There is no lane '{unknown[0]}'.", f"Lanes: {', '.join(known) or 'none'}.")
        self._lanes = [known[name] for name in wanted]

    def save(self, sample: str, path: Path) -> None:
        """Write the page of a sample as PNG, SVG, PDF or, of a text, HTML, by the path's suffix; whole or not at all.

        Raises:
            ArgumentError: there is no such sample or format.
            InputError: the sample cannot be read.
            GranViewError: the file cannot be written, or the page of a sample of this kind cannot be drawn.
        """
        request = self.request(sample)
        export = SAMPLE_EXPORTS.get(request.sample.kind)
        if path.suffix.lower() not in export.suffixes:
            raise ArgumentError(f"{path.name} has no known format.", f"Name it {', '.join(export.suffixes)}.")
        export.write_page(request, path)

    def request(self, name: str) -> PageRequest:
        """What the page of a sample is to show.

        Raises:
            ArgumentError: there is no such sample.
        """
        sample = self._samples.get(name)
        if sample is None:
            raise ArgumentError(f"There is no sample '{name}'.")
        return PageRequest(self._tools, sample, self._lanes_for(sample), self._opacity)

    def _lanes_for(self, sample: Sample) -> tuple[LaneRecord, ...]:
        """The lanes that take a sample, or have done so."""
        done = {row.lane for row in self._session.results(sample=sample.name)}
        tasks = tasks_for(sample, {lane.spec.task for lane in self._lanes})
        return tuple(lane for lane in self._lanes if lane.name in done or lane.spec.task in tasks)
