"""What a language must have to say a verdict: patterns of sentences, whose names in braces stand for facts.

The facts and the order of thought are the same in every language, and stand in ``language``, ``statement_text`` and
``pair_text``; so a language is one table, and one that lacks a sentence does not pass the checks of types.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from granview.report.verdict.caveat import CaveatKind
from granview.report.verdict.cost_facts import Apart, CostKind
from granview.report.verdict.pair_facts import Advice, PairKind
from granview.report.verdict.statement import Subgroup

Counted = tuple[str, str]
"""A pattern with ``{n}`` for one, and one for all other numbers."""


class Named(Protocol):
    """Facts by the names that patterns call them."""

    def __getitem__(self, name: str, /) -> object:
        """The fact of a name."""


def counted_words(patterns: Counted, n: int | str) -> str:
    """A pattern with its number, which may be written already."""
    one, many = patterns
    return (one if str(n) == "1" else many).format(n=n)


@dataclass(frozen=True)
class Headings:
    """What stands above the parts of a passage.

    Attributes:
        verdict: Above the whole.
        over_all: Above the difference over all.
        where: Above the places.
        cost: Above the costs.
        advice: Above what follows.
        caveats: Above what must be known besides.
        method: Above how it was made.
        colon: What stands between a heading and its text.
        with_kind: A pair's title and why it is compared, in one line.
    """

    verdict: str
    over_all: str
    where: str
    cost: str
    advice: str
    caveats: str
    method: str
    colon: str = ": "
    with_kind: str = "{title} ({kind})"


@dataclass(frozen=True)
class Names:
    """How things are called.

    Attributes:
        samples: So many samples.
        statements: So many statements.
        units: So many units of a kind, from the number as it is written and the kind.
        places: Places in one phrase.
        place_in_line: A place at the begin of a line of a list.
        metric: A metric by its English title.
        family: A family of models by its English name.
    """

    samples: Counted
    statements: Counted
    units: Callable[[str, str], str]
    places: Callable[[Sequence[Subgroup]], str]
    place_in_line: Callable[[Subgroup], str]
    metric: Callable[[str], str]
    family: Callable[[str], str]


@dataclass(frozen=True)
class StatementWords:
    """A difference with what it rests on.

    Attributes:
        over_all: The whole sentence; ``{evidence}`` is one of those below.
        unscored: Where nothing was scored.
        line: A place in a list.
        in_samples: Units and the samples that they lie in.
        same: Evidence of two lanes that are the same on every sample.
        few: Of too few samples.
        few_differ: Of too few samples that differ, by how many differ.
        alike: Of one difference on every sample.
        interval: Of an interval.
        p: A p-value after either.
        p_corrected: One that does not go with the interval beside it, which is right for its statement alone.
        p_value: A p-value as it is written after its letter.
        lower_is_better: After a difference of which the lower value is the better one.
        lost: After a difference that would be shown by itself.
    """

    over_all: str
    unscored: str
    line: str
    in_samples: str
    same: str
    few: str
    few_differ: Counted
    alike: str
    interval: str
    p: str
    p_corrected: str
    p_value: Callable[[str], str]
    lower_is_better: str
    lost: str


@dataclass(frozen=True)
class AdviceWords:
    """What follows from a pair: the sentences, and the phrases of which they are made.

    Attributes:
        sentences: By what follows.
        too_few: Of too few samples, by how many were scored in both.
        too_few_differ: Of too few that differ.
        same: Of lanes that are the same on every sample, where nothing else is known.
        short: The difference over all in the middle of a sentence, with an interval.
        short_same: The same of lanes that are the same on every sample.
        short_alike: Of one difference on every sample.
        lost: After it, where it would be shown by itself.
        better: One lane better than the other, with an interval; ``{direction}`` is of the better values.
        better_alike: The same of one difference on every sample.
        directions: What better values are, by ``higher`` and ``lower``.
        is_enough: The sentence that the smaller lane is enough over all.
        rare: After "enough", where so few samples cannot tell what fails rarely.
        rare_in_places: The same before the places where it is enough.
        same_time: What the larger lane costs: no more time.
        times_the_time: So many times the time.
        times_the_parameters: Where times are not compared.
        and_cost: A cost at the end of a sentence.
        takes: The same by itself.
        needs: That the larger lane is needed somewhere.
        needed: The same in a sentence after one about the larger lane.
        needed_also: The same, and something follows.
        better_for: Where the smaller lane is better.
        enough_for: Where it is enough.
        joined: Between the two.
        not_shown: The begin of a sentence: no difference over all.
        missed: What so many samples may have missed.
        missed_until: The same, and how many would be needed.
        samples_needed: So many samples, within it.
    """

    sentences: Mapping[Advice, str]
    too_few: Counted
    too_few_differ: str
    same: str
    short: str
    short_same: str
    short_alike: str
    lost: str
    better: str
    better_alike: str
    directions: Mapping[str, str]
    is_enough: str
    rare: str
    rare_in_places: str
    same_time: str
    times_the_time: str
    times_the_parameters: str
    and_cost: str
    takes: str
    needs: str
    needed: str
    needed_also: str
    better_for: str
    enough_for: str
    joined: str
    not_shown: str
    missed: str
    missed_until: str
    samples_needed: Counted


@dataclass(frozen=True)
class GroupTitles:
    """Above places of which one thing is said.

    Attributes:
        needs_larger: Where the larger lane is better.
        smaller_better: Where the smaller lane is better.
        enough: Where a difference that counts is ruled out.
        undecided: Where no difference is shown.
        out_of_reach: Of so few samples that nothing could be shown among so many statements.
        too_few: Of which too few samples have units.
    """

    needs_larger: str
    smaller_better: str
    enough: str
    undecided: str
    out_of_reach: str
    too_few: str


@dataclass(frozen=True)
class CostWords:
    """What a lane costs beside another.

    Attributes:
        names: What is paid.
        line: A cost of two lanes.
        line_alike: One that is about the same.
        not_compared: Why it is not.
        apart: The reasons.
        of_lane: Within a reason, whose it is; left out where it is nobody's.
        median: What a time is the median of.
        takes: By what is paid, the verb; empty where the language needs none.
        much: The same, of quantities and of counts.
    """

    names: Mapping[CostKind, str]
    line: str
    line_alike: str
    not_compared: str
    apart: Mapping[Apart, str]
    of_lane: str
    median: str
    takes: Mapping[CostKind, str]
    much: Mapping[CostKind, str]


@dataclass(frozen=True)
class Words:
    """A language's tables.

    Attributes:
        code: ISO 639-1 code, by which it is chosen.
        title: Its name in itself.
        separator: What stands between two sentences.
        headings: What stands above the parts of a passage.
        names: How things are called.
        statements: Differences.
        advice: What follows.
        groups: Above places.
        costs: Costs.
        kinds: Why two lanes are compared.
        pair: Two lanes.
        nothing: That there are no two lanes to compare.
        some_of: So many of all samples.
        failed_on: After what follows, that a lane failed on some samples.
        caveats: What must be known besides.
        method: How a verdict is made, by what is said of it; of one statement, and of more.
        reason: Why something failed, from the English sentence that a result keeps.
        fill: A pattern with its facts, as the language sets them; names in them stay as they are.
    """

    code: str
    title: str
    separator: str
    headings: Headings
    names: Names
    statements: StatementWords
    advice: AdviceWords
    groups: GroupTitles
    costs: CostWords
    kinds: Mapping[PairKind, str]
    pair: str
    nothing: str
    some_of: str
    failed_on: str
    caveats: Mapping[CaveatKind, Counted]
    method: Mapping[str, Counted]
    reason: Callable[[str], str] = str
    fill: Callable[[str, Named], str] = str.format_map
