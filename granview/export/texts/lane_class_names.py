"""What the classes of lanes mean in the language of a text's reference, and their colours on its page."""

from collections.abc import Mapping
from typing import Final

from granview.core.labels import Color, LabelSet
from granview.core.sample import Sample
from granview.core.text import NO_NAMES
from granview.scoring.matched_names import MatchedNames, matched_colors
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS
from granview.tasks.text_classes import matched_names, reference_class_names

NO_LABELS: Final = LabelSet((), ())


class LaneClassNames:
    """The names of one text's lanes.

    Args:
        session: Where the class map and the other lanes are read.
        results: What the lanes made of the text, by lane.
        sample: The text.
    """

    def __init__(
        self,
        session: SessionReader,
        results: Mapping[str, ResultRow],
        sample: Sample,
    ) -> None:
        self._session = session
        self._results = results
        self._kind = sample.kind
        self._known = None if sample.reference is None else sample.reference.text
        self._data_set = NO_NAMES if sample.reference is None else sample.reference.data_set
        self._edits = session.params().class_edits

    def of(self, lane: LaneRecord) -> MatchedNames:
        """By the class map that its result was scored with; by the session's where it was not scored."""
        labels = labels_of(lane)
        scored = _scored_edits(labels, self._results.get(lane.name))
        edits = self._edits if scored is None else scored
        return matched_names(lane.spec.task, labels, self._known, edits, self._data_set)

    def colors(self) -> dict[str, Color]:
        """One colour for each class, by normalized common name.

        All lanes for samples of the kind count, those that are not on this page too, so that every page has the same
        colours.
        """
        tasks = {name for name, task in TASKS.all().items() if task.kind == self._kind}
        lanes = [lane for lane in self._session.lanes() if lane.spec.task in tasks]
        return matched_colors([(labels_of(lane), self.of(lane)) for lane in lanes], reference_class_names(self._known))


def labels_of(lane: LaneRecord) -> LabelSet:
    """The classes of a lane; none while it has never been loaded."""
    return lane.facts.labels if lane.facts else NO_LABELS


def _scored_edits(labels: LabelSet, result: ResultRow | None) -> dict[str, str] | None:
    """The names that a lane's classes were scored under, as edits; None for what was not scored."""
    if result is None or result.class_map is None or result.reference_labels is None:
        return None
    names, targets = result.reference_labels.names, result.class_map.targets
    if len(targets) != len(labels):
        return None
    places = zip(labels.names, targets, strict=True)
    return {name: names[target] for name, target in places if target is not None}
