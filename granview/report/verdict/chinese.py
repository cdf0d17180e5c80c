"""A verdict in Simplified Chinese."""

from typing import Final

from granview.report.verdict.caveat import CaveatKind
from granview.report.verdict.chinese_families import family_name
from granview.report.verdict.chinese_places import metric, place_names, units_of
from granview.report.verdict.chinese_reasons import reason
from granview.report.verdict.chinese_spacing import filled
from granview.report.verdict.cost_facts import Apart, CostKind
from granview.report.verdict.figures import NO_BREAK
from granview.report.verdict.pair_facts import Advice, PairKind
from granview.report.verdict.statement import Subgroup
from granview.report.verdict.words import (
    AdviceWords,
    CostWords,
    Counted,
    GroupTitles,
    Headings,
    Names,
    StatementWords,
    Words,
)


def _always(pattern: str) -> Counted:
    """A noun has one form for one and for many."""
    return pattern, pattern


def _place(place: Subgroup) -> str:
    return place_names([place])


def _p_value(written: str) -> str:
    return written if written.startswith("<") else f"={NO_BREAK}{written}"


CHINESE: Final = Words(
    code="zh",
    title="中文",
    separator="",
    headings=Headings("结论", "总体", "差异所在", "代价", "建议", "注意事项", "方法", "：", "{title}（{kind}）"),
    nothing="没有可比较的内容：得出结论需要同一任务的两个模型。",
    pair="{larger} 与 {smaller}",
    kinds={
        PairKind.ENDS: "{family} 的最大与最小",
        PairKind.NEIGHBOURS: "{family} 的相邻两档",
        PairKind.VARIANT: "{family} 的变体",
        PairKind.FAMILIES: "各系列中最大的模型",
        PairKind.APART: "未知是否属于同一系列",
        PairKind.AGAINST: "与所选模型比较",
    },
    names=Names(
        samples=_always("{n} 个样本"),
        statements=_always("{n} 项陈述"),
        units=units_of,
        places=place_names,
        place_in_line=_place,
        metric=metric,
        family=family_name,
    ),
    statements=StatementWords(
        over_all="{metric}：{larger} 为 {larger_value}，{smaller} 为 {smaller_value}，差值为 {change}（{evidence}）"
        "{direction}。{lost}",
        unscored="没有样本在两个模型上都有依据参考标注的评分。",
        line="{name}：{change}（{evidence}）",
        in_samples="{samples}中的 {units}",
        same="{rests_on}，逐一相同",
        few="{rests_on}，数量过少，不给出置信区间",
        few_differ=_always("{rests_on}，其中只有 {n} 个样本有差异，数量过少，不给出置信区间"),
        alike="{rests_on}，各样本的差值相同{p}",
        interval="95% 置信区间 {low} 至 {high}；{rests_on}{p}",
        p=f"；p{NO_BREAK}{{p}}",
        p_corrected=f"；经 Holm 校正后 p{NO_BREAK}{{p}}",
        p_value=_p_value,
        lower_is_better="，该指标越低越好",
        lost="单独来看，该差异显著；但与本结论的 {statements}一并来看，它可能出于偶然。",
    ),
    advice=AdviceWords(
        sentences={
            Advice.UNSCORED: "无法对 {larger} 与 {smaller} 下结论：没有样本在两者上都有依据参考标注的评分。",
            Advice.TOO_FEW: "{too_few}",
            Advice.NOT_SHOWN: "数据未显示 {larger} 与 {smaller} 有差异：{short}。{power}",
            Advice.ENOUGH: "{is_enough}",
            Advice.ENOUGH_EXCEPT: "{is_enough}但{needs}。",
            Advice.SMALLER: "{smaller_better}{takes}。",
            Advice.SMALLER_EXCEPT: "{smaller_better}{takes}。但{needs}。",
            Advice.LARGER: "{larger_better}{and_cost}。{needed}",
            Advice.LARGER_EXCEPT: "{larger_better}{and_cost}。{needed_also}{does}。",
            Advice.SPLIT: "{not_shown}；{does}，但{needs}。",
            Advice.LARGER_AT: "{not_shown}，但{needs}。",
            Advice.SMALLER_AT: "{not_shown}；{does}。{power}",
        },
        too_few=_always(
            "样本过少，无法比较 {larger} 与 {smaller}：在两者上都有评分的样本只有 {n} 个，至少需要 {least} 个。"
        ),
        too_few_differ="有差异的样本过少，无法区分 {larger} 与 {smaller}：{samples}中只有 {n_different} 个有差异"
        "（{metric} 差值 {change}），至少需要 {min_different} 个。",
        same="数据未显示差异：{larger} 与 {smaller} 在 {samples}上的 {metric} 逐一相同。"
        "只在少数样本中出现的差异可能未被发现。",
        short="{metric} 差值 {change}，95% 置信区间 {low} 至 {high}，{samples}{lost}",
        short_same="{samples}上的 {metric} 逐一相同",
        short_alike="{metric} 差值 {change}，{samples}的差值各自相同{lost}",
        lost="；单独来看差异显著，与此处的全部陈述一并来看则不显著",
        better="{better} 优于 {other}：{metric} {direction} {size}（95% 置信区间 {near} 至 {far}，{samples}）",
        better_alike="{better} 优于 {other}：{metric} {direction} {size}（{samples}的差值各自相同）",
        directions={"higher": "高", "lower": "低"},
        is_enough="{smaller} 已足够{rare}：总体上可排除它与 {larger} 的差异达到 {margin}（{short}）{takes}。",
        rare="（罕见失败除外）",
        rare_in_places="（罕见失败除外）",
        same_time="耗时与 {smaller} 大致相同",
        times_the_time="耗时为 {smaller} 的 {ratio} 倍",
        times_the_parameters="参数量为 {smaller} 的 {ratio} 倍",
        and_cost="，{cost}",
        takes="；{larger} {cost}",
        needs="{needed_for}需要 {larger}{and_cost}",
        needed="{needed_for}需要它。",
        needed_also="{needed_for}需要它；",
        better_for="在{places}上，{smaller} 更好",
        enough_for="在{places}上，{smaller} 已足够{rare}",
        joined="；",
        not_shown="总体上，数据未显示 {larger} 与 {smaller} 有差异（{short}）",
        missed="仅凭这 {samples}，小于 {detectable} 的差异在 100 次中有 20 次以上会被漏掉。",
        missed_until="仅凭这 {samples}，小于 {detectable} 的差异在 100 次中有 20 次以上会被漏掉；"
        "要发现 {margin} 的差异，约需 {samples_needed}。",
        samples_needed=_always("{n} 个样本"),
    ),
    groups=GroupTitles(
        needs_larger="{larger} 更好",
        smaller_better="{smaller} 更好",
        enough="{smaller} 已足够{rare}：可排除达到 {margin} 的差异",
        undecided="未显示差异，也不能排除差异",
        out_of_reach="样本过少，在这么多项陈述中无法显示任何差异",
        too_few="样本过少",
    ),
    costs=CostWords(
        names={
            CostKind.TIME: "前向推理时间",
            CostKind.MEMORY: "峰值内存",
            CostKind.PARAMETERS: "参数量",
            CostKind.ENERGY: "每个样本的能耗",
        },
        line="{name}：{larger} 为 {smaller} 的 {ratio} 倍（分别为 {larger_value} 和 {smaller_value}{samples}）。",
        line_alike="{name}：{larger} 与 {smaller} 大致相同（分别为 {larger_value} 和 {smaller_value}{samples}）。",
        not_compared="{name}：不作比较，因为{reason}。",
        apart={
            Apart.SAVED: "{lane} 是已保存的预测结果",
            Apart.NOT_MEASURED: "{of_lane}没有测量值",
            Apart.OTHER_DEVICE: "两者在不同设备上运行",
            Apart.OTHER_RUN: "两者没有在同一次运行中计时，请一起重新运行",
            Apart.OTHER_BATCH: "两者的批大小不同",
        },
        of_lane="{lane}",
        median="，{samples}的中位数",
        takes=dict.fromkeys(CostKind, ""),
        much=dict.fromkeys(CostKind, ""),
    ),
    some_of="{all_samples}中的 {n} 个",
    failed_on="但 {lane} 在 {some_of}上失败。",
    caveats={
        CaveatKind.FAILED: _always("{lane} 在 {some_of}上失败：{words}"),
        CaveatKind.PARTIAL: _always("{lane} 只在 {some_of}上有评分；差异只基于两个模型都有评分的样本。"),
        CaveatKind.OTHER_SETTINGS: _always("{lane} 在 {some_of}上的结果是用与当前不同的设置得到的，请重新运行。"),
        CaveatKind.MARKED: _always("有 {n} 处参考标注被标记为有误或存疑，但仍计入。"),
        CaveatKind.UNPAIRED: _always("{lane} 有 {samples}依据另一份参考标注评分，分组比较时不计入。"),
        CaveatKind.REFUSED: _always("{lane} 未参与比较，因为它未能运行：{words}"),
        CaveatKind.RAN_OTHERWISE: _always("{lane} 实际以 {words} 运行。"),
        CaveatKind.NO_TIMES: _always("{lane} 是已保存的预测结果，代价未知。"),
        CaveatKind.FEW: _always("样本只有 {n} 个：少于 {total} 个时，置信区间有时偏窄。"),
        CaveatKind.BY_OUTCOME: _always(
            "切片“{words}”未计入：其中的单元是按模型的结果挑选的，仅这一挑选本身就会造成模型之间的差异。"
        ),
        CaveatKind.FEW_IN_PLACES: _always("有 {n} 项分组陈述所依据的样本少于 {total} 个，其置信区间有时偏窄。"),
        CaveatKind.RARE: _always(
            "“已足够”未计罕见的失败：在 {samples}中从未出现的失败，在其他样本中的比例仍可能高达 {unseen}%"
            "（Clopper–Pearson，单侧 95%）。要确认这类失败造成的损失小于界值，需要 {total} 个样本且无一失败。"
        ),
        CaveatKind.COPIES: _always("{some_of}与其他样本内容相同，却按独立样本计入：置信区间因此偏窄，p 值因此偏小。"),
        CaveatKind.UNSCORED: _always("{lane} 在 {all_samples}上均未评分。"),
        CaveatKind.UNSCORED_SINCE: _always("{lane} 在 {all_samples}上均未评分：{words}"),
    },
    method={
        "interval": _always(
            "所有差异均基于两个模型都已评分的样本；95% 置信区间表示其可靠程度，"
            "由以样本为单位的重抽样（每个样本连同其中的全部单元，共 {resamples} 次）得到。"
        ),
        "places": _always("分组比较的是组内单元的平均得分：0 最差，1 最好。"),
        "correction": (
            "p 值不超过 {level:g} 才称为显示差异（差异显著）；本结论只有一项陈述，无需校正。",
            "对本结论的全部 {statements}一并校正（Holm、Shaffer）后，p 值不超过 {level:g} 才称为显示差异"
            "（差异显著）；总体陈述的权重与全部分组陈述的权重之和相同。",
        ),
        "margin": (
            "“已足够”指可排除达到或超过界值的差异（双单侧检验）。未显示差异不等于没有差异。",
            "“已足够”指可排除达到或超过界值的差异（双单侧检验，同样经过校正）。未显示差异不等于没有差异。",
        ),
    },
    reason=reason,
    fill=filled,
)
