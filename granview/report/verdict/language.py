"""A verdict's sentences in a language, each of one fact; numbers are those of ``figures`` in every language."""

from collections.abc import Mapping

from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.cost_facts import Apart, CostFact
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.figures import ALIKE, cost_text, counted, figures_of, ratio_text, unseen_text
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.pair_text import advice_text
from granview.report.verdict.ranges import joined_places
from granview.report.verdict.statement import LEVEL, Statement, Subgroup
from granview.report.verdict.statement_text import line_text, over_all_text
from granview.report.verdict.words import Headings, Words, counted_words


class Language:
    """The sentences.

    Attributes:
        code: ISO 639-1 code, by which it is chosen.
        title: Its name in itself.
        headings: What stands above the parts of a passage.
        separator: What stands between two sentences.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.code: str = words.code
        self.title: str = words.title
        self.headings: Headings = words.headings
        self.separator: str = words.separator

    def nothing(self) -> str:
        """That there are no two lanes to compare."""
        return self._words.nothing

    def pair_title(self, pair: PairFacts) -> str:
        """The two lanes."""
        return self._fill(self._words.pair, larger=pair.larger, smaller=pair.smaller)

    def pair_kind(self, pair: PairFacts) -> str:
        """Why they are compared."""
        return self._fill(self._words.kinds[pair.kind], family=self._words.names.family(pair.family))

    def advice(self, pair: PairFacts) -> str:
        """What follows of a pair, in one or two sentences with the numbers that it follows from."""
        failed = (self._failed_on(each) for each in pair.failures if each.kind is CaveatKind.FAILED)
        return self.separator.join((advice_text(pair, self._words), *failed))

    def over_all(self, pair: PairFacts, facts: VerdictFacts) -> str:
        """The difference over all."""
        return over_all_text(pair, facts, self._words)

    def needs_larger(self, pair: PairFacts) -> str:
        """Above the places where the larger lane is better."""
        return self._fill(self._words.groups.needs_larger, larger=pair.larger)

    def smaller_better(self, pair: PairFacts) -> str:
        """Above those where the smaller lane is better."""
        return self._fill(self._words.groups.smaller_better, smaller=pair.smaller)

    def enough(self, pair: PairFacts) -> str:
        """Above those where a difference that counts is ruled out."""
        rare = self._words.advice.rare if any(each.leaves_rare_open for each in pair.enough) else ""
        margin = figures_of(pair.enough[0]).margin if pair.enough else ""
        return self._fill(self._words.groups.enough, smaller=pair.smaller, rare=rare, margin=margin)

    def undecided(self, pair: PairFacts) -> str:
        """Above those where no difference is shown."""
        return self._words.groups.undecided

    def out_of_reach(self, pair: PairFacts) -> str:
        """Above those of so few samples that nothing could be shown among so many statements."""
        return self._words.groups.out_of_reach

    def too_few(self, pair: PairFacts) -> str:
        """Above those of which too few samples have units."""
        return self._words.groups.too_few

    def place(self, place: Subgroup) -> str:
        """A place's name within a sentence."""
        return self._words.names.places([place])

    def place_line(self, statement: Statement) -> str:
        """A place with its difference, interval and n."""
        return line_text(statement, self._words)

    def places_line(self, statements: tuple[Statement, ...]) -> str:
        """The names of places of which nothing more is said."""
        return self._words.names.places(joined_places(statements))

    def cost(self, fact: CostFact, pair: PairFacts) -> str:
        """One cost of two lanes, or why it is not compared."""
        words = self._words.costs
        if fact.ratio is None:
            of_lane = self._fill(words.of_lane, lane=fact.lane) if fact.lane else ""
            reason = self._fill(words.apart[fact.apart or Apart.NOT_MEASURED], lane=fact.lane, of_lane=of_lane)
            return self._fill(words.not_compared, name=words.names[fact.kind], reason=reason)
        samples = "" if fact.n is None else self._fill(words.median, samples=self._samples(fact.n))
        pattern = words.line_alike if abs(fact.ratio - 1) < ALIKE else words.line
        return self._fill(
            pattern,
            name=words.names[fact.kind],
            larger=pair.larger,
            smaller=pair.smaller,
            takes=words.takes[fact.kind],
            ratio=ratio_text(fact.ratio),
            much=words.much[fact.kind],
            larger_value=cost_text(fact, fact.larger),
            smaller_value=cost_text(fact, fact.smaller),
            samples=samples,
        )

    def caveat(self, caveat: Caveat) -> str:
        """What must be known besides."""
        n, total = counted(caveat.n), counted(caveat.total)
        one, many = self._words.caveats[caveat.kind]
        return self._fill(
            one if caveat.n == 1 else many,
            lane=caveat.lane,
            words=self._words.reason(caveat.words),
            n=n,
            total=total,
            samples=self._samples(caveat.n),
            all_samples=self._samples(caveat.total),
            some_of=self._some_of(caveat),
            unseen=unseen_text(caveat.n) if caveat.n else "",
        )

    def method(self, facts: VerdictFacts) -> Mapping[str, str]:
        """How the verdict was made: sentences by what they are about."""
        statements = counted_words(self._words.names.statements, counted(facts.n_compared))
        return {
            about: self._fill(
                one if facts.n_compared == 1 else many,
                resamples=counted(facts.resamples),
                level=LEVEL,
                statements=statements,
            )
            for about, (one, many) in self._words.method.items()
        }

    def _failed_on(self, caveat: Caveat) -> str:
        return self._fill(self._words.failed_on, lane=caveat.lane, some_of=self._some_of(caveat))

    def _some_of(self, caveat: Caveat) -> str:
        all_samples = self._samples(caveat.total)
        return self._fill(self._words.some_of, n=counted(caveat.n), all_samples=all_samples)

    def _samples(self, n: int) -> str:
        return counted_words(self._words.names.samples, counted(n))

    def _fill(self, pattern: str, **facts: object) -> str:
        return self._words.fill(pattern, facts)
