"""What pages of samples say, in Simplified Chinese: by the English text, with places for what it names."""

from collections.abc import Callable
from functools import cache
from typing import Final

from granview.report.verdict.chinese_reasons import COUNTS, REASONS, patterns

PAGE_WORDS: Final = {
    "all": "全部",
    "{low} to {high}": "{low} 至 {high}",
    "Input": "输入",
    "Question": "问题",
    "Text": "文本",
    "First text": "第一篇文本",
    "Second text": "第二篇文本",
    "near (each on its own scale)": "近（各按自身的尺度）",
    "far (each on its own scale)": "远（各按自身的尺度）",
    "grain {n}": "粒度 {n}",
    "reference": "参考",
    "Not run.": "未运行。",
    "no answer in this text": "文中没有答案",
    "Mask {n}": "掩码 {n}",
    "and {n} less likely": "另有 {n} 个可能性更小的类别",
    "{n} right": "正确 {n} 个",
    "{n} of another type": "类型错误 {n} 个",
    "{n} with other bounds": "边界不符 {n} 个",
    "{n} invented": "误报 {n} 个",
    "{n} missed": "遗漏 {n} 个",
    "No entity is said, and none is known.": "没有给出实体，参考标注中也没有。",
    "The reference has no entity.": "参考标注中没有实体。",
    "✓ right": "✓ 正确",
    "✗ another type, or nothing there": "✗ 类型错误，或该处没有实体",
    "↔ other bounds": "↔ 边界不符",
    "dashed: missed": "虚线：遗漏",
    "{name} missed": "{name} 遗漏",
    "underlined: not in the reference": "下划线：参考标注中没有",
    "struck through: only in the reference": "删除线：只在参考标注中",
    "{equal} of {n} words as in the reference, {more} more, {missing} missing": (
        "参考标注的 {n} 个词中有 {equal} 个相同，多出 {more} 个，缺少 {missing} 个"
    ),
    "These texts are too long to be compared word by word.": "文本太长，无法逐词比较。",
    "Cut off: it reached the limit on new tokens.": "已截断：达到新词元数的上限。",
    "The model wrote nothing.": "模型没有写出任何内容。",
    "Tried on {n} input.": "用 {n} 个输入试过。",
    "Tried on {n} inputs.": "用 {n} 个输入试过。",
    "The first of {n} texts that are right.": "{n} 篇正确文本中的第一篇。",
    "Characters {start} to {end} of {n}; the rest is not shown.": "共 {n} 个字符，此处为第 {start} 至 {end} 个。",
    "The session holds no such prediction.": "会话中没有这个预测。",
    "Predictions of the type '{name}' are not shown beside texts.": "“{name}”类型的预测不在文本旁显示。",
    "Predictions of the type '{name}' are not drawn over pictures.": "“{name}”类型的预测不在图像上绘制。",
    "The picture has another size now than when this ran. Run it again.": "图像现在的尺寸与运行时不同，请重新运行。",
    "The lane '{lane}' is left out: no task '{task}' is known here. Install the plug-in or the version of GranView "
    "that brings it.": "模型“{lane}”未计入：此处没有任务“{task}”。请安装提供该任务的插件或 GranView 版本。",
}

_COUNTS: Final = COUNTS | {"equal", "more", "missing", "start", "end", "low", "high"}
_BESIDE: Final = " · "


def page_words(english: str) -> str:
    """A text of a page in Chinese; as it is where it is none of these."""
    if _BESIDE in english:
        return _BESIDE.join(map(page_words, english.split(_BESIDE)))
    return _by_table()(english)


@cache
def _by_table() -> Callable[[str], str]:
    return patterns({**PAGE_WORDS, **REASONS}, _COUNTS)
