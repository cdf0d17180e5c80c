"""A verdict in Simplified Chinese: a small function for each kind of fact, with the same numbers as in English."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.analysis.no_interval import NoInterval
from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.chinese_advice import ADVICE, ASIDE
from granview.report.verdict.chinese_families import family_name
from granview.report.verdict.chinese_places import metric, place_name, place_names, tidy, units_of
from granview.report.verdict.cost_facts import Apart, CostFact, CostKind
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.figures import ALIKE, NO_BREAK, cost_text, counted, figures_of, ratio_text, unseen_text
from granview.report.verdict.language import Headings
from granview.report.verdict.pair_facts import PairFacts, PairKind
from granview.report.verdict.ranges import joined_places
from granview.report.verdict.statement import LEVEL, Finding, Statement, Subgroup


class Chinese:
    """See ``granview.report.verdict.language.Language``."""

    code = "zh"
    title = "中文"
    separator = ""
    headings = Headings("结论", "总体", "差异所在", "代价", "建议", "注意事项", "方法", "：", "{title}（{kind}）")

    def nothing(self) -> str:
        """That there are no two lanes to compare."""
        return "没有可比较的内容：得出结论需要同一任务的两个模型。"

    def pair_title(self, pair: PairFacts) -> str:
        """The two lanes."""
        return f"{pair.larger} 与 {pair.smaller}"

    def pair_kind(self, pair: PairFacts) -> str:
        """Why they are compared."""
        return tidy(_KINDS[pair.kind].format(family=family_name(pair.family)))

    def advice(self, pair: PairFacts) -> str:
        """What follows, with the numbers that it follows from."""
        return tidy(ADVICE[pair.advice](pair))

    def over_all(self, pair: PairFacts, facts: VerdictFacts) -> str:
        """The difference over all."""
        each = pair.over_all
        if each is None:
            return "没有样本在两个模型上都依据参考标注评分。"
        f = figures_of(each)
        values = f"{metric(each.measure.title)}：{pair.larger} 为 {f.larger}，{pair.smaller} 为 {f.smaller}，"
        return tidy(f"{values}相差 {f.change}（{_evidence(each)}）{_direction(each)}。{_aside(each, facts)}")

    def needs_larger(self, pair: PairFacts) -> str:
        """Above the places where the larger lane is better."""
        return f"{pair.larger} 更好"

    def smaller_better(self, pair: PairFacts) -> str:
        """Above those where the smaller lane is better."""
        return f"{pair.smaller} 更好"

    def enough(self, pair: PairFacts) -> str:
        """Above those where a difference that counts is ruled out."""
        aside = ASIDE if any(each.leaves_rare_open for each in pair.enough) else ""
        return f"{pair.smaller} 已足够{aside}：可排除达到 {_margin(pair)} 的差异"

    def undecided(self, pair: PairFacts) -> str:
        """Above those where no difference is shown."""
        return "未显示差异，也不能排除差异"

    def out_of_reach(self, pair: PairFacts) -> str:
        """Above those of so few samples that nothing could be shown among so many statements."""
        return "样本过少，在这么多项陈述中无法显示任何差异"

    def too_few(self, pair: PairFacts) -> str:
        """Above those of which too few samples have units."""
        return "样本过少"

    def place(self, place: Subgroup) -> str:
        """A place's name within a sentence."""
        return tidy(place_name(place))

    def place_line(self, statement: Statement) -> str:
        """A place with its difference, interval and n."""
        name = "" if statement.place is None else place_name(statement.place)
        return tidy(f"{name}：{figures_of(statement).change}（{_evidence(statement)}）")

    def places_line(self, statements: tuple[Statement, ...]) -> str:
        """The names of places of which nothing more is said."""
        return tidy(place_names(joined_places(statements)))

    def cost(self, fact: CostFact, pair: PairFacts) -> str:
        """One cost of two lanes, or why it is not compared."""
        ratio = fact.ratio
        if ratio is None:
            return tidy(f"{_COST_NAMES[fact.kind]}：不作比较，因为{_APART[fact.apart or Apart.NOT_MEASURED](fact)}。")
        values = f"{cost_text(fact, fact.larger)} 对 {cost_text(fact, fact.smaller)}"
        samples = "" if fact.n is None else f"，{counted(fact.n)} 个样本的中位数"
        alike = abs(ratio - 1) < ALIKE
        verb = f"与 {pair.smaller} 大致相同" if alike else f"为 {pair.smaller} 的 {ratio_text(ratio)} 倍"
        return tidy(f"{_COST_NAMES[fact.kind]}：{pair.larger} {verb}（{values}{samples}）。")

    def caveat(self, caveat: Caveat) -> str:
        """What must be known besides."""
        return tidy(_CAVEATS[caveat.kind](caveat))

    def method(self, facts: VerdictFacts) -> Mapping[str, str]:
        """How the verdict was made."""
        return {
            "interval": "所有差异均基于两个模型都已评分的样本；95% 置信区间表示其可靠程度，"
            f"由整样本（连同其中的全部单元）重抽样 {counted(facts.resamples)} 次得到。",
            "places": "各处比较的是其中单元的平均得分：0 最差，1 最好。",
            "correction": f"对本结论的全部 {counted(facts.n_compared)} 项陈述一并校正（Holm、Shaffer）后，p 值不超过 "
            f"{LEVEL:g} 才称差异显著；总体陈述的权重与全部各处陈述之和相同。",
            "margin": "“已足够”指可排除达到或超过界值的差异（双单侧检验，同样经过校正）。未显示差异不等于没有差异。",
        }


_UNTOLD: Final = (Finding.NOT_SHOWN, Finding.TOO_FEW)
"""Of these no p-value is told."""


_CORRECTED: Final = "经 Holm 校正后 "
"""Before a p-value that does not go with the interval beside it, which is right for its statement alone."""


def _evidence(each: Statement) -> str:
    """The interval, the corrected p-value and what both rest on."""
    f = figures_of(each)
    n = f"{f.n_samples} 个样本"
    if each.n_units is not None:
        n = f"{n}中的 {units_of(f.n_units, each.place.kind if each.place else '')}"
    if each.is_same:
        return f"{n}，逐一相同"
    if each.no_interval is NoInterval.FEW_DIFFER:
        return f"{n}，其中只有 {each.n_different} 个样本不同，过少而无置信区间"
    if each.low is None and not each.is_alike:
        return f"{n}，过少而无置信区间"
    is_told = each.is_within or each.finding not in _UNTOLD or each.is_lost_to_correction
    p = f"；{_CORRECTED if each.is_lost_to_correction else ''}p{NO_BREAK}{_p(f.p)}" if is_told else ""
    return f"{n}，各样本的差异相同{p}" if each.is_alike else f"95% 置信区间 {f.low} 至 {f.high}；{n}{p}"


def _p(text: str) -> str:
    return text if text.startswith("<") else f"={NO_BREAK}{text}"


def _direction(each: Statement) -> str:
    return "，越低越好" if each.measure.better == "lower" else ""


def _aside(each: Statement, facts: VerdictFacts) -> str:
    """What must be added to a difference that would be shown by itself."""
    if not each.is_lost_to_correction:
        return ""
    return f"单独看差异显著；但在本结论的 {counted(facts.n_compared)} 项陈述中，可能出于偶然。"


def _margin(pair: PairFacts) -> str:
    return figures_of(pair.enough[0]).margin if pair.enough else ""


_KINDS: Final[Mapping[PairKind, str]] = {
    PairKind.ENDS: "{family} 的最大与最小",
    PairKind.NEIGHBOURS: "{family} 的相邻两档",
    PairKind.VARIANT: "{family} 的变体",
    PairKind.FAMILIES: "各系列中最大的模型",
    PairKind.AGAINST: "与所选模型比较",
}


_COST_NAMES: Final[Mapping[CostKind, str]] = {
    CostKind.TIME: "前向推理时间",
    CostKind.MEMORY: "峰值内存",
    CostKind.PARAMETERS: "参数量",
    CostKind.ENERGY: "每个样本的能耗",
}

_APART: Final[Mapping[Apart, Callable[[CostFact], str]]] = {
    Apart.SAVED: lambda fact: f" {fact.lane} 是已保存的预测结果",
    Apart.NOT_MEASURED: lambda fact: f"{' ' + fact.lane + ' ' if fact.lane else ''}没有测量值",
    Apart.OTHER_DEVICE: lambda fact: "两者在不同设备上运行",
    Apart.OTHER_RUN: lambda fact: "两者没有在同一次运行中计时，请一起重新运行",
    Apart.OTHER_BATCH: lambda fact: "两者的批大小不同",
}


def _of(caveat: Caveat) -> str:
    return f"{counted(caveat.total)} 个样本中的 {counted(caveat.n)} 个"


_CAVEATS: Final[Mapping[CaveatKind, Callable[[Caveat], str]]] = {
    CaveatKind.FAILED: lambda c: f"{c.lane} 在 {_of(c)}上失败：{c.words}",
    CaveatKind.PARTIAL: lambda c: f"{c.lane} 只在 {_of(c)}上评分；差异以两者共有的样本为准。",
    CaveatKind.OTHER_SETTINGS: lambda c: f"{c.lane} 在 {_of(c)}上的结果来自不同于当前的设置，请重新运行。",
    CaveatKind.MARKED: lambda c: f"有 {counted(c.n)} 处参考标注被标记为有误或存疑，但仍计入。",
    CaveatKind.UNPAIRED: lambda c: f"{c.lane} 有 {counted(c.n)} 个样本依据另一份参考标注评分，比较各处差异时不计。",
    CaveatKind.REFUSED: lambda c: f"{c.lane} 未参与比较，因为它未能运行：{c.words}",
    CaveatKind.RAN_OTHERWISE: lambda c: f"{c.lane} 实际以 {c.words} 运行。",
    CaveatKind.NO_TIMES: lambda c: f"{c.lane} 是已保存的预测结果，代价未知。",
    CaveatKind.FEW: lambda c: f"样本只有 {counted(c.n)} 个：少于 {c.total} 个时，置信区间有时偏窄。",
    CaveatKind.BY_OUTCOME: lambda c: (
        f"切片“{c.words}”未计入：其中的单元是按模型的结果挑选的，模型间的差异仅由挑选本身就会产生。"
    ),
    CaveatKind.FEW_IN_PLACES: lambda c: (
        f"有 {counted(c.n)} 项关于具体之处的陈述所依据的样本少于 {c.total} 个，其置信区间有时偏窄。"
    ),
    CaveatKind.RARE: lambda c: (
        f"“已足够”不包括罕见的失败：{counted(c.n)} 个样本中从未出现的失败，在其他样本中仍可高达 {unseen_text(c.n)}"
        f"（Clopper–Pearson，单侧 95%）。要排除这类失败造成的损失达到界值，需 {counted(c.total)} 个样本中从未出现失败。"
    ),
    CaveatKind.UNSCORED: lambda c: f"{c.lane} 在 {counted(c.total)} 个样本上均未评分。",
}
