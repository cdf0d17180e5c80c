"""What is understood of data before it is loaded: layout, counts, splits, first samples, values of masks, what is left.

Nothing is added by it, and no picture is opened but for a number of masks, so that 100,000 samples take seconds. It
takes a moment all the same, so not on a window's thread.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from granview.core.image_params import MaskValues
from granview.core.sample import Sample
from granview.io.data_set import (
    AS_THE_LAYOUT_SAYS,
    DataSet,
    DataSetChoice,
    DataSetChoices,
    Leftover,
    Member,
    default_splits,
)
from granview.io.data_set_walk import KnownDataSets, data_sets_in
from granview.io.layout import LAYOUTS
from granview.io.layout_members import members_of
from granview.io.leftovers import leftovers_of
from granview.io.mask_guess import MaskGuess, guess_masks
from granview.io.mask_survey import MaskSurvey, survey_masks
from granview.io.named_data_set import named_data_set
from granview.io.sample_kind import SAMPLE_FILES
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem, SearchProgress

N_FIRST: Final = 6
"""So many samples are shown before the rest is loaded."""

_PROGRESS_EVERY: Final = 2000

Wanted = Callable[[], bool]


@dataclass(frozen=True)
class DataSurvey:
    """What is understood of one data set, or of all that belongs to none.

    Attributes:
        data_set: What it holds; its ``layout`` is empty where its files are understood by their names alone.
        choice: What of it is taken: by name the splits, none where it has none, and the sorts of references.
        first: The first samples that would be loaded.
        masks: What the masks hold that would be loaded, of 200 at most; None while they are still being looked at.
        leftovers: What nothing is read from, the layout's own and what came to light besides.
        is_whole: Whether nothing more becomes known of it.
        n_classes: How many classes the models have that it is for, where that is known.
    """

    data_set: DataSet
    choice: DataSetChoice = AS_THE_LAYOUT_SAYS
    first: tuple[Sample, ...] = ()
    masks: MaskSurvey | None = None
    leftovers: tuple[Leftover, ...] = ()
    is_whole: bool = False
    n_classes: frozenset[int] = frozenset()
    _guesses: list[MaskGuess] = field(default_factory=list, compare=False, repr=False)

    @property
    def n_taken(self) -> int:
        """How many inputs would be loaded."""
        return n_taken(self.data_set, self.choice)

    @property
    def guess(self) -> MaskGuess:
        """What the values of the masks most likely mean."""
        if self.masks is None:
            return MaskGuess()
        if not self._guesses:
            n_classes = {len(self.data_set.classes)} if self.data_set.classes else self.n_classes
            self._guesses.append(guess_masks(self.masks, n_classes))
        return self._guesses[0]

    @property
    def values(self) -> MaskValues:
        """What the values of the masks are taken for where nobody says otherwise."""
        return self.guess.values or MaskValues()


def n_taken(data_set: DataSet, choice: DataSetChoice) -> int:
    """How many inputs a choice takes of a data set; of splits that share inputs, no more than there are."""
    if choice.splits is None or not data_set.splits:
        return data_set.n_inputs
    return min(sum(split.n_inputs for split in data_set.splits if split.name in choice.splits), data_set.n_inputs)


def settled_choice(data_set: DataSet, choice: DataSetChoice) -> DataSetChoice:
    """A choice with the usual splits by name where nobody has chosen, without splits that are not there."""
    known = [split.name for split in data_set.splits]
    splits = default_splits(data_set) if choice.splits is None else choice.splits
    kept = tuple(name for name in splits if name in known)
    names = [each.name for each in data_set.references]
    references = None if choice.references is None else tuple(name for name in choice.references if name in names)
    return DataSetChoice(kept or default_splits(data_set), references)


def survey_data(
    paths: Sequence[Path],
    choices: DataSetChoices | None = None,
    wanted: Wanted = lambda: True,
    known: KnownDataSets | None = None,
    n_classes: frozenset[int] = frozenset(),
) -> "Iterator[DataSurvey | SearchProgress | Problem]":
    """What is understood of files and folders: each data set, and after them what belongs to none.

    Args:
        paths: What was dropped or named.
        choices: What would be taken; None for what layouts take by themselves.
        wanted: Asked now and then; the survey ends where it says no.
        known: What ``data_sets_in`` has said of the paths; None to ask it.
        n_classes: How many classes the models have that it is for, where that is known.

    Yields:
        For each data set a ``DataSurvey``, and again whenever more is known of it; ``SearchProgress`` in between; a
        ``Problem`` for a folder that is laid out as a data set and cannot be read as one.
    """
    chosen = choices or DataSetChoices()
    known = data_sets_in(paths, wanted=wanted) if known is None else known
    yield from known.problems
    surveys = [
        DataSurvey(each, settled_choice(each, chosen.of(each.root)), leftovers=each.leftovers, n_classes=n_classes)
        for each in known.data_sets
    ]
    yield from surveys
    for survey in surveys:
        yield from survey_data_set(survey.data_set, survey.choice, wanted, n_classes)
    yield from _survey_others(paths, frozenset(each.root for each in known.data_sets), wanted, n_classes)


def survey_data_set(
    data_set: DataSet,
    choice: DataSetChoice,
    wanted: Wanted = lambda: True,
    n_classes: frozenset[int] = frozenset(),
) -> Iterator[DataSurvey | SearchProgress]:
    """What is understood of one data set whose layout is known; see ``survey_data``."""
    settled = settled_choice(data_set, choice)
    survey = DataSurvey(data_set, settled, leftovers=data_set.leftovers, n_classes=n_classes)
    samples: list[Sample] = []
    problems: list[Problem] = []
    for event in _events(data_set, survey.choice):
        if not wanted():
            return
        if isinstance(event, Problem):
            problems.append(event)
            continue
        samples.append(event)
        if len(samples) == N_FIRST:
            yield replace(survey, first=tuple(samples))
        if len(samples) % _PROGRESS_EVERY == 0:
            yield SearchProgress(len(samples), data_set.root)
    survey = replace(survey, first=tuple(samples[:N_FIRST]), leftovers=leftovers_of(problems))
    yield survey
    yield replace(survey, masks=survey_masks(samples, wanted), is_whole=True)


def _events(data_set: DataSet, choice: DataSetChoice) -> Iterator[Sample | Problem]:
    """The inputs of a data set as samples, unopened; of one of texts the first of them, each with what it says."""
    if not SAMPLE_FILES.get(LAYOUTS.get(data_set.layout).kind).is_picture:
        choices = DataSetChoices(own={data_set.root: choice})
        found = find_samples([data_set.root], choices=choices)
        events = (event for event in found if isinstance(event, Sample | Problem))
        yield from islice(events, N_FIRST + len(data_set.leftovers) + len(data_set.notes) + 1)
        return
    for member in members_of(data_set, choice):
        yield _sample(member) if isinstance(member, Member) else member


def _sample(member: Member) -> Sample:
    """Of a layout of pictures: unopened, and without a name of its own in a session."""
    first, *more = member.references or (None,)
    return Sample(
        member.name or member.path.stem,
        str(member.path),
        reference=first,
        parts=member.parts,
        more_references=tuple(filter(None, more)),
        columns=member.columns,
    )


def _survey_others(
    paths: Sequence[Path], roots: frozenset[Path], wanted: Wanted, n_classes: frozenset[int]
) -> Iterator[DataSurvey | SearchProgress]:
    """What belongs to no data set, by the names of its files; nothing where there is nothing."""
    samples: list[Sample] = []
    problems: list[Problem] = []
    for event in find_samples(paths, choices=DataSetChoices(left_out=roots)):
        if not wanted():
            return
        if isinstance(event, Sample):
            samples.append(event)
        elif isinstance(event, Problem):
            problems.append(event)
        elif isinstance(event, SearchProgress):
            yield event
    leftovers = leftovers_of(problems)
    if not samples and not leftovers:
        return
    others = [path for path in paths if path.absolute() not in roots] or paths
    first, data_set = tuple(samples[:N_FIRST]), named_data_set(others, samples, problems)
    survey = DataSurvey(data_set, first=first, leftovers=leftovers, n_classes=n_classes)
    yield survey
    yield replace(survey, masks=survey_masks(samples, wanted), is_whole=True)
