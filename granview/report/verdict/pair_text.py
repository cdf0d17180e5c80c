"""What follows from a pair, in words: the facts that patterns of sentences ask for by name."""

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.report.verdict.cost_facts import CostKind
from granview.report.verdict.figures import ALIKE, Figures, figures_of, ratio_text
from granview.report.verdict.pair_facts import Advice, PairFacts
from granview.report.verdict.ranges import telling_places
from granview.report.verdict.statement import Statement
from granview.report.verdict.statement_text import samples_text
from granview.report.verdict.words import Words, counted_words


def advice_text(pair: PairFacts, words: Words) -> str:
    """What follows, with the numbers that it follows from."""
    return _PairPhrases(pair, words)["advice"].strip()


class _PairPhrases:
    """The phrases about one pair; each is made when a pattern names it."""

    def __init__(self, pair: PairFacts, words: Words) -> None:
        self._pair = pair
        self._names, self._words = words.names, words.advice
        self._all_words = words

    def __getitem__(self, name: str) -> str:
        """The phrase that a pattern calls ``{name}``."""
        return str(getattr(self, name))

    def _say(self, pattern: str) -> str:
        return self._all_words.fill(pattern, self)

    def _fill(self, pattern: str, **facts: object) -> str:
        return self._all_words.fill(pattern, facts)

    def _with_ratio(self, pattern: str, ratio: float) -> str:
        return self._fill(pattern, ratio=ratio_text(ratio), smaller=self.smaller)

    @property
    def _over_all(self) -> Statement:
        assert self._pair.over_all is not None, "of nothing scored no difference is told"
        return self._pair.over_all

    @property
    def _figures(self) -> Figures:
        return figures_of(self._over_all)

    @property
    def larger(self) -> str:
        """The larger lane."""
        return self._pair.larger

    @property
    def smaller(self) -> str:
        """The smaller lane."""
        return self._pair.smaller

    @property
    def metric(self) -> str:
        """What is compared over all."""
        return self._names.metric(self._over_all.measure.title)

    @property
    def samples(self) -> str:
        """How many samples it rests on."""
        return samples_text(self._over_all, self._all_words)

    @property
    def n_samples(self) -> str:
        """The number by itself."""
        return self._figures.n_samples

    @property
    def change(self) -> str:
        """The difference with its sign."""
        return self._figures.change

    @property
    def size(self) -> str:
        """The difference without its sign."""
        return self._figures.size

    @property
    def low(self) -> str:
        """The lower end of its interval."""
        return self._figures.low

    @property
    def high(self) -> str:
        """The upper end."""
        return self._figures.high

    @property
    def near(self) -> str:
        """The end that is nearer to 0."""
        return self._figures.near

    @property
    def far(self) -> str:
        """The other end."""
        return self._figures.far

    @property
    def margin(self) -> str:
        """The smallest difference that counts."""
        return self._figures.margin

    @property
    def detectable(self) -> str:
        """What so many samples could have shown."""
        return self._figures.detectable

    @property
    def samples_needed(self) -> str:
        """How many would show a difference of the margin's size."""
        return counted_words(self._words.samples_needed, self._figures.needed)

    @property
    def n_different(self) -> str:
        """In how many samples the lanes differ."""
        return str(self._over_all.n_different or 0)

    @property
    def min_different(self) -> str:
        """In how many they must."""
        return str(MIN_DIFFERENT)

    @property
    def direction(self) -> str:
        """What better values are."""
        return self._words.directions[self._over_all.measure.better]

    @property
    def lost(self) -> str:
        """That the difference would be shown by itself."""
        return self._words.lost if self._over_all.is_lost_to_correction else ""

    @property
    def short(self) -> str:
        """The difference over all, for the middle of a sentence."""
        each, words = self._over_all, self._words
        return self._say(words.short_same if each.is_same else words.short_alike if each.is_alike else words.short)

    @property
    def _better(self) -> str:
        return self._words.better_alike if self._over_all.is_alike else self._words.better

    @property
    def larger_better(self) -> str:
        """The larger lane better than the smaller."""
        return self._say(self._better.replace("{better}", "{larger}").replace("{other}", "{smaller}"))

    @property
    def smaller_better(self) -> str:
        """The smaller lane better than the larger."""
        return self._say(self._better.replace("{better}", "{smaller}").replace("{other}", "{larger}"))

    @property
    def is_enough(self) -> str:
        """That the smaller lane is enough over all."""
        return self._say(self._words.is_enough)

    @property
    def rare(self) -> str:
        """What "enough" leaves aside."""
        return self._words.rare if self._over_all.leaves_rare_open else ""

    @property
    def cost(self) -> str:
        """What the larger lane costs by the smaller; empty where no cost is compared."""
        time, parameters = self._pair.cost(CostKind.TIME), self._pair.cost(CostKind.PARAMETERS)
        if time is not None and time.ratio is not None:
            is_alike = abs(time.ratio - 1) < ALIKE
            pattern = self._words.same_time if is_alike else self._words.times_the_time
            return self._with_ratio(pattern, time.ratio)
        if parameters is not None and parameters.ratio is not None:
            return self._with_ratio(self._words.times_the_parameters, parameters.ratio)
        return ""

    @property
    def and_cost(self) -> str:
        """The same as the end of a sentence."""
        return self._say(self._words.and_cost) if self.cost else ""

    @property
    def takes(self) -> str:
        """The same as a part of a sentence by itself."""
        return self._say(self._words.takes) if self.cost else ""

    @property
    def needed_for(self) -> str:
        """Where the larger lane is better."""
        return self._names.places(telling_places(self._pair.needs_larger))

    @property
    def needs(self) -> str:
        """That the larger lane is needed there."""
        return self._say(self._words.needs)

    @property
    def needed(self) -> str:
        """The same after a sentence about the larger lane."""
        return self._say(self._words.needed) if self._pair.needs_larger else ""

    @property
    def needed_also(self) -> str:
        """The same, and something follows."""
        return self._say(self._words.needed_also) if self._pair.needs_larger else ""

    @property
    def does(self) -> str:
        """Where the smaller lane is better, and where it is enough."""
        pair, words = self._pair, self._words
        rare = words.rare_in_places if any(each.leaves_rare_open for each in pair.enough) else ""
        kinds = ((words.better_for, pair.smaller_better), (words.enough_for, pair.enough))
        parts = [
            self._fill(pattern, smaller=pair.smaller, places=self._names.places(telling_places(some)), rare=rare)
            for pattern, some in kinds
            if some
        ]
        return words.joined.join(parts)

    @property
    def not_shown(self) -> str:
        """The begin of a sentence: no difference over all."""
        return self._say(self._words.not_shown)

    @property
    def power(self) -> str:
        """What so many samples could have shown, and how many would be needed."""
        each = self._over_all
        if each.detectable is None:
            return ""
        is_enough = each.needed is None or each.needed <= each.n_samples
        return self._say(self._words.missed if is_enough else self._words.missed_until)

    @property
    def too_few(self) -> str:
        """Too few samples, or too few that differ."""
        each = self._pair.over_all
        n = 0 if each is None else each.n_samples
        if each is not None and n >= MIN_SAMPLES:
            return self._say(self._words.too_few_differ)
        one, many = self._words.too_few
        return self._fill(one if n == 1 else many, larger=self.larger, smaller=self.smaller, n=n, least=MIN_SAMPLES)

    @property
    def advice(self) -> str:
        """The whole."""
        is_same = self._pair.advice is Advice.NOT_SHOWN and self._over_all.is_same
        return self._say(self._words.same if is_same else self._words.sentences[self._pair.advice])
