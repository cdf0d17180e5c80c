"""What follows from the facts of a pair, in Simplified Chinese: a sentence or two for each kind of advice."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.report.verdict.chinese_places import metric, place_names
from granview.report.verdict.cost_facts import CostKind
from granview.report.verdict.figures import ALIKE, counted, figures_of, ratio_text
from granview.report.verdict.pair_facts import Advice, PairFacts
from granview.report.verdict.ranges import telling_places
from granview.report.verdict.statement import Statement

ASIDE: Final = "（罕见失败除外）"
"""After "enough", where so few samples cannot tell what fails rarely."""


def _short(pair: PairFacts) -> str:
    """The difference over all with its interval and n, for the middle of a sentence."""
    each = pair.over_all
    if each is None:
        return ""
    f = figures_of(each)
    if each.is_same:
        return f"{_samples(each)}上的 {metric(each.measure.title)} 逐一相同"
    aside = "；单独看差异显著，与此处的全部陈述一并看则否" if each.is_lost_to_correction else ""
    return f"{metric(each.measure.title)} 相差 {f.change}，{_surely(each, f.low, f.high)}{aside}"


def _surely(each: Statement, low: str, high: str) -> str:
    """The interval and what it rests on; without one where every sample says the same."""
    n = _samples(each)
    return f"{n}各自的差异相同" if each.is_alike else f"95% 置信区间 {low} 至 {high}，{n}"


def _samples(each: Statement) -> str:
    return f"{counted(each.n_samples)} 个样本"


def _at_cost(pair: PairFacts) -> str:
    """What the larger lane costs by the smaller; empty where no cost is compared."""
    time, parameters = pair.cost(CostKind.TIME), pair.cost(CostKind.PARAMETERS)
    if time is not None and time.ratio is not None:
        return "耗时大致相同" if abs(time.ratio - 1) < ALIKE else f"耗时为 {ratio_text(time.ratio)} 倍"
    if parameters is not None and parameters.ratio is not None:
        return f"参数量为 {ratio_text(parameters.ratio)} 倍"
    return ""


def _and_cost(pair: PairFacts) -> str:
    cost = _at_cost(pair)
    return f"，{cost}" if cost else ""


def _takes(pair: PairFacts) -> str:
    cost = _at_cost(pair)
    return f"；{pair.larger} {cost}" if cost else ""


def _needed_for(pair: PairFacts) -> str:
    return place_names(telling_places(pair.needs_larger))


def _needs(pair: PairFacts) -> str:
    return f"{_needed_for(pair)}需要 {pair.larger}{_and_cost(pair)}"


def _does(pair: PairFacts) -> str:
    """Where the smaller lane is better, and where it is enough."""
    aside = ASIDE if any(each.leaves_rare_open for each in pair.enough) else ""
    kinds = (("更好", pair.smaller_better), (f"已足够{aside}", pair.enough))
    parts = [f"对{place_names(telling_places(some))}，{pair.smaller} {what}" for what, some in kinds if some]
    return "；".join(parts)


def _better_by(pair: PairFacts, better: str, other: str) -> str:
    each = pair.over_all
    assert each is not None
    f = figures_of(each)
    how = "低" if each.measure.better == "lower" else "高"
    return f"{better} 优于 {other}：{metric(each.measure.title)} {how} {f.size}（{_surely(each, f.near, f.far)}）"


def _enough(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    what = f"总体上可排除与 {pair.larger} 相差达到 {figures_of(each).margin} 的可能"
    aside = ASIDE if each.leaves_rare_open else ""
    return f"{pair.smaller} 已足够{aside}：{what}（{_short(pair)}）{_takes(pair)}。"


def _enough_except(pair: PairFacts) -> str:
    return f"{_enough(pair)}但{_needs(pair)}。"


def _smaller(pair: PairFacts) -> str:
    return f"{_better_by(pair, pair.smaller, pair.larger)}{_takes(pair)}。"


def _smaller_except(pair: PairFacts) -> str:
    return f"{_smaller(pair)}但{_needs(pair)}。"


def _larger(pair: PairFacts) -> str:
    first = f"{_better_by(pair, pair.larger, pair.smaller)}{_and_cost(pair)}。"
    return f"{first}{_needed_for(pair)}需要它。" if pair.needs_larger else first


def _larger_except(pair: PairFacts) -> str:
    if not pair.needs_larger:
        return f"{_larger(pair)}{_does(pair)}。"
    return f"{_larger(pair).removesuffix('。')}；{_does(pair)}。"


def _not_shown(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    if each.is_same:
        return (
            f"未显示差异：{pair.larger} 与 {pair.smaller} 在 {_samples(each)}上的{metric(each.measure.title)}逐一相同。"
            "仅见于少数样本的差异可能未被发现。"
        )
    return f"未显示 {pair.larger} 与 {pair.smaller} 之间有差异：{_short(pair)}。{_power(each)}"


def _power(each: Statement) -> str:
    """What so many samples could have shown, and how many would be needed."""
    f = figures_of(each)
    if each.detectable is None:
        return ""
    missed = f"仅凭这 {_samples(each)}，小于 {f.detectable} 的差异在 100 次中有 20 次以上会被漏掉"
    if each.needed is None or each.needed <= each.n_samples:
        return f"{missed}。"
    return f"{missed}；要发现 {f.margin} 的差异，约需 {f.needed} 个样本。"


def _over_all_not_shown(pair: PairFacts) -> str:
    return f"总体未显示 {pair.larger} 与 {pair.smaller} 之间有差异（{_short(pair)}）"


def _larger_at(pair: PairFacts) -> str:
    return f"{_over_all_not_shown(pair)}，但{_needs(pair)}。"


def _smaller_at(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    return f"{_over_all_not_shown(pair)}；{_does(pair)}。{_power(each)}"


def _split(pair: PairFacts) -> str:
    return f"{_over_all_not_shown(pair)}；{_does(pair)}，但{_needs(pair)}。"


def _too_few(pair: PairFacts) -> str:
    n = 0 if pair.over_all is None else pair.over_all.n_samples
    if n >= MIN_SAMPLES and pair.over_all is not None:
        f = figures_of(pair.over_all)
        return (
            f"样本过少，无法区分 {pair.larger} 与 {pair.smaller}："
            f"{n} 个样本中只有 {pair.over_all.n_different or 0} 个不同"
            f"（{metric(pair.over_all.measure.title)} 相差 {f.change}），至少需要 {MIN_DIFFERENT} 个。"
        )
    return (
        f"样本过少，无法比较 {pair.larger} 与 {pair.smaller}：两者都评分的只有 {n} 个样本，至少需要 {MIN_SAMPLES} 个。"
    )


def _unscored(pair: PairFacts) -> str:
    return f"无法对 {pair.larger} 与 {pair.smaller} 下结论：没有样本在两者上都依据参考标注评分。"


ADVICE: Final[Mapping[Advice, Callable[[PairFacts], str]]] = {
    Advice.UNSCORED: _unscored,
    Advice.TOO_FEW: _too_few,
    Advice.NOT_SHOWN: _not_shown,
    Advice.ENOUGH: _enough,
    Advice.ENOUGH_EXCEPT: _enough_except,
    Advice.SMALLER: _smaller,
    Advice.SMALLER_EXCEPT: _smaller_except,
    Advice.LARGER: _larger,
    Advice.LARGER_EXCEPT: _larger_except,
    Advice.SPLIT: _split,
    Advice.LARGER_AT: _larger_at,
    Advice.SMALLER_AT: _smaller_at,
}
"""By what follows, the function that says it."""
