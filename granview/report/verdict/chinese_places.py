"""Names of places, things and metrics in Simplified Chinese."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.report.verdict.chinese_spacing import filled
from granview.report.verdict.figures import bucket_ends
from granview.report.verdict.statement import Dimension, Subgroup

MOST_NAMED: Final = 4
"""Classes that are named in a sentence; of more it says how many."""

TITLES: Final = {
    "mIoU": "mIoU（平均交并比）",
    "IoU": "IoU（交并比）",
    "AP": "AP（平均精度）",
    "PQ": "PQ（全景质量）",
    "Top-1": "Top-1 准确率",
    "Accuracy": "准确率",
    "Accuracy@1": "Accuracy@1（首选准确率）",
    "Entity F1": "实体 F1",
    "F1": "F1",
    "Correct": "正确率",
    "ROUGE-L": "ROUGE-L",
    "chrF": "chrF",
    "Perplexity": "困惑度",
    "Input perplexity": "输入困惑度",
    "PSNR (Y)": "PSNR（Y）",
    "SSIM (Y)": "SSIM（Y）",
    "δ < 1.25 (aligned)": "δ < 1.25（对齐后）",
    "Score": "得分",
}
"""Metrics and scores by their English titles."""

AXES: Final = {
    "Region size": ("尺寸", "区域"),
    "Object size": ("尺寸", "目标"),
    "Segment size": ("尺寸", "分割块"),
    "Wavelength of detail": ("波长", "细节"),
    "Entity length": ("长度", "实体"),
    "Text length": ("长度", "文本"),
    "Answer length": ("长度", "答案"),
    "Target length": ("长度", "目标文本"),
    "Nesting depth": ("嵌套深度", "样本"),
    "Distance": ("距离", "像素"),
    "Distance from depth edges": ("到深度边缘的距离", "像素"),
    "Part of the picture that the object takes": ("目标占图像的比例", "图像"),
    "Pictures of the class in the set": ("所属类别的图像数", "图像"),
    "Other classes in its group": ("同组其他类别数", "图像"),
    "Classes of the picture": ("所含类别数", "图像"),
    "Thinness": ("长宽比", "区域"),
    "Inscribed radius": ("内切圆半径", "区域"),
    "Contrast": ("与周围的对比度", "区域"),
    "Neighbours": ("相邻数", "区域"),
    "Distance from the border": ("到图像边缘的距离", "区域"),
    "Samples of the class": ("含该类别的样本数", "区域"),
    "Class": ("类别", "区域"),
    "Bracket depth": ("括号层数", "文本"),
    "Negations": ("否定词数", "文本"),
    "Rarity of words": ("词的罕见度", "文本"),
    "Nested entities": ("嵌套的实体数", "实体"),
}
"""By the English title of an axis, what is measured, and of what."""

_KINDS: Final = {
    "region": "个区域",
    "boundary": "条边界",
    "object": "个目标",
    "segment": "个分割块",
    "entity": "个实体",
    "text": "篇文本",
    "picture": "幅图像",
    "mask": "处掩码",
    "answer": "个答案",
    "octave": "个倍频程",
    "target": "篇目标文本",
}

_UNITS: Final = {"words": "个词", "tokens": "个词元"}


@dataclass(frozen=True)
class _Sizes:
    """How a bucket is said: without a lower end, between two, at one, without an upper end."""

    below: str
    between: str
    at: str
    above: str


_PLAIN: Final = _Sizes(
    "{measured}小于 {high}{unit}",
    "{measured} {low}–{high}{unit}",
    "{measured} {low}{unit}",
    "{measured} {low}{unit} 及以上",
)
_OWN: Final = {
    "Negations": _Sizes(
        "含少于 {high} 个否定词", "含 {low}–{high} 个否定词", "含 {low} 个否定词", "含 {low} 个及以上否定词"
    ),
}
"""By the title of an axis, where it is not said as others are."""


def metric(title: str) -> str:
    """A metric's name; its English title where there is none."""
    return TITLES.get(title, title)


def units_of(n: str, kind: str) -> str:
    """So many units of a kind."""
    return f"{n} {_KINDS.get(kind, '个单元')}"


def place_names(places: Sequence[Subgroup]) -> str:
    """Places in one phrase: buckets, then classes, then slices; of many classes the first few, and how many more."""
    titles = dict.fromkeys(place.title for place in places if place.dimension is Dimension.GRAIN)
    phrases = [_buckets([place for place in places if place.title == title]) for title in titles]
    classes = [place.name for place in places if place.dimension is Dimension.CLASS]
    if len(classes) > MOST_NAMED + 1:
        named, more = "、".join(classes[:MOST_NAMED]), len(classes) - MOST_NAMED
        phrases.append(filled("类别 {named} 等（另有 {more} 类）", {"named": named, "more": more}))
    elif classes:
        phrases.append(filled("类别 {named}", {"named": "、".join(classes)}))
    slices = (place.name for place in places if place.dimension is Dimension.SLICE)
    phrases += [filled("切片“{named}”", {"named": name}) for name in slices]
    *first, last = phrases
    return filled("{first}，以及{last}", {"first": "，".join(first), "last": last}) if first else last


def _buckets(places: Sequence[Subgroup]) -> str:
    """Buckets of one axis."""
    first = places[0]
    measured, usual = AXES.get(first.title, (first.title, "单元"))
    thing = _KINDS[first.kind][1:] if first.kind in _KINDS else usual
    sizes = _OWN.get(first.title, _PLAIN)
    phrases = [_size(place, sizes, measured if place is first else "") for place in places]
    return filled("{sizes}的{thing}", {"sizes": "、".join(phrases), "thing": thing})


def _size(place: Subgroup, sizes: _Sizes, measured: str) -> str:
    """A bucket; what is measured is said of the first of several."""
    low, high = bucket_ends(place)
    if not low and not high:
        return filled("{measured}任意", {"measured": measured})
    unit = f" {_UNITS.get(place.unit, place.unit)}" if place.unit else ""
    pattern = sizes.below if not low else sizes.above if not high else sizes.at if low == high else sizes.between
    return filled(pattern, {"measured": measured, "low": low, "high": high, "unit": unit}).lstrip(" ")
