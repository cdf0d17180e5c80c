"""What lanes were asked about samples, sorted so that answers to the same question stand side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np

from granview.core.explain_methods import is_comparable
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import HeatMaps, TokenWeights
from granview.core.image_params import ImageRange
from granview.core.sample import Sample
from granview.export.page_content import Detail
from granview.report.explanations import place_text
from granview.store.rows import ExplanationRow

_SHOWN: Final = ("entropy_normalised", "distance_px", "share_inside")


@dataclass(frozen=True)
class ExplanationGroup:
    """What several lanes were asked about one sample, in the same words.

    Attributes:
        sample: The sample.
        name: The question as part of a file name, such as ``rollout`` or ``attention-2``.
        rows: The lanes' answers.
        image_range: The range of brightness in which the picture is read.
    """

    sample: Sample
    name: str
    rows: tuple[ExplanationRow, ...]
    image_range: ImageRange | None = None

    @property
    def top(self) -> float:
        """The largest value, by size, in any lane's answer: the end of their common scale."""
        return max((_top(row) for row in self.rows), default=0)

    @property
    def comparable(self) -> bool:
        """Whether values of different lanes compare, so that all are drawn on one scale."""
        return is_comparable(self.rows[0].query.method)

    def top_of(self, row: ExplanationRow) -> float:
        """The end of the scale that one lane's answer is drawn on: the common one, or its own."""
        return self.top if self.comparable else _top(row)

    @property
    def scale_note(self) -> str:
        """How lanes' colours compare, in a few words."""
        if self.comparable or len(self.rows) < 2:
            return "raw values, all lanes on one scale"
        return "raw values, each lane on its own scale: this method's do not compare between networks"

    @property
    def is_signed(self) -> bool:
        """Whether a value of any lane's answer is below 0."""
        return any(bool((row.explanation.weights.values < 0).any()) for row in self.rows)

    @property
    def over_image(self) -> bool:
        """Whether every answer is a map over the picture."""
        return all(isinstance(row.explanation.weights, HeatMaps) for row in self.rows)

    @property
    def over_text(self) -> bool:
        """Whether every answer weighs tokens."""
        return all(isinstance(row.explanation.weights, TokenWeights) for row in self.rows)

    @property
    def subtitle(self) -> str:
        """What was asked, and the scale that all answers share, or that each has its own."""
        query = self.rows[0].query
        where = place_text(query) or "everywhere"
        common = f"one scale: {-self.top if self.is_signed else 0:.3g} to {self.top:.3g}"
        return f"{query.method} · {query.direction} {where} · {common if self.comparable else 'a scale per lane'}"

    def details(self, row: ExplanationRow) -> tuple[Detail, ...]:
        """What stands below a lane's name; its scale too where that is its own."""
        if self.comparable:
            return explanation_details(row)
        top = _top(row)
        return (*explanation_details(row), Detail(f"scale {-top if self.is_signed else 0:.3g} to {top:.3g}"))


def explanation_groups(
    samples: Sequence[Sample], rows: Sequence[ExplanationRow], image_range: ImageRange | None = None
) -> Iterator[ExplanationGroup]:
    """The questions of a session, sample by sample, each with the answers of all lanes."""
    for sample in samples:
        of_sample = [row for row in rows if row.sample == sample.name]
        taken: dict[str, int] = {}
        for query in dict.fromkeys(_asked(row) for row in of_sample):
            answers = tuple(row for row in of_sample if _asked(row) == query)
            method = query.method
            taken[method] = taken.get(method, 0) + 1
            name = method if taken[method] == 1 else f"{method}-{taken[method]}"
            yield ExplanationGroup(sample, name, answers, image_range)


def explanation_details(row: ExplanationRow) -> tuple[Detail, ...]:
    """Where in the network an answer comes from, and its numbers, as lines of a caption."""
    packed = row.packed
    where = [f"{packed.stack} layer {packed.layer + 1}"] if packed.layer is not None else []
    if packed.head is not None:
        where.append(f"head {packed.head + 1}")
    shown = [f"{name.replace('_', ' ')} {packed.numbers[name]:.3g}" for name in _SHOWN if name in packed.numbers]
    return tuple(Detail(line) for line in (" · ".join(where), *shown) if line)


def _top(row: ExplanationRow) -> float:
    return float(np.nanmax(np.abs(row.explanation.weights.values), initial=0))


def _asked(row: ExplanationRow) -> ExplainQuery:
    """The query without the region, which only measures the answer."""
    return msgspec.structs.replace(row.query, region=None)
