"""What the program says of failures and of classes that do not match, in Simplified Chinese, by the English text.

Results keep these sentences in English. What is none of them, such as the words of a library, stays as it is.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Final

from granview.report.verdict.chinese_spacing import filled

REASONS: Final = {
    "The lane's process could not be started.": "模型的进程无法启动。",
    "The lane's process could not be started: {words}.": "模型的进程无法启动：{words}。",
    "The lane's process was killed (SIGKILL), since memory ran out.": "内存耗尽，模型的进程被系统终止（SIGKILL）。",
    "The lane's process was killed (SIGKILL), since memory ran out; it had held {held}.": (
        "内存耗尽，模型的进程被系统终止（SIGKILL）；终止前占用 {held}。"
    ),
    "The lane's process was killed (SIGKILL), probably because memory ran out.": (
        "模型的进程被系统终止（SIGKILL），可能是因为内存耗尽。"
    ),
    "The lane's process was killed (SIGKILL), probably because memory ran out; it had held {held}.": (
        "模型的进程被系统终止（SIGKILL），可能是因为内存耗尽；终止前占用 {held}。"
    ),
    "The lane's process was stopped ({words}).": "模型的进程被停止（{words}）。",
    "The lane's process crashed ({words}).": "模型的进程崩溃（{words}）。",
    "The lane's process ended unasked, with exit code {n}.": "模型的进程意外结束，退出码为 {n}。",
    "The lane's process did not answer for {n} s, and was ended.": "模型的进程 {n} 秒没有响应，已被终止。",
    "This pass would take about {held} of memory, and {words} are free: it was not run.": (
        "本次推理约需 {held} 内存，而可用内存为 {words}，因此没有运行。"
    ),
    "The memory of {words} is exhausted.": "{words} 的内存已耗尽。",
    "No {what} of the model has the name of the reference's {what_else} {name}, so nothing is scored. The model has "
    "{model}. Say which belong together: {how}": (
        "模型没有与参考标注的类别 {name} 同名的类别，因此不评分。模型的类别为 {model}。请指定对应关系：窗口中的“Match "
        "classes…”，命令行的 --class-map，或 Python 的 class_edits。"
    ),
    "Of {total}, only {n} match: no {what} of the model has the name of the reference's {what_else} {name}, so nothing "
    "is scored. The model has {model}. Say which belong together: {how}": (
        "{total} 个类别中只有 {n} 个匹配：模型没有与参考标注的类别"
        " {name} 同名的类别，因此不评分。模型的类别为 {model}。"
        "请指定对应关系：窗口中的“Match classes…”，命令行的 --class-map，或 Python 的 class_edits。"
    ),
    "The model has no {what} for: {name}. It counts as missed.": "模型没有以下类别，计为遗漏：{name}。",
    "The model has no {what} for: {name}. They count as missed.": "模型没有以下类别，计为遗漏：{name}。",
    "The reference spells a class in several ways, which count as one: {name}.": (
        "参考标注对同一类别有多种写法，合并计为一类：{name}。"
    ),
    "Names of other spelling are taken for the same: {name}; edit the class map if not.": (
        "写法不同的名称视为相同：{name}；如有误，请修改类别对应关系。"
    ),
    "The reference's numbers are the model's own (id2label): {name}; edit the class map if not.": (
        "参考标注中的编号即模型自身的编号（id2label）：{name}；如有误，请修改类别对应关系。"
    ),
    "The model's classes were taken in order: {name}.": "模型的类别按顺序对应：{name}。",
    "The model does not tell classes apart, so all objects are scored as one class, '{name}'.": (
        "模型不区分类别，因此全部目标按同一类别“{name}”评分。"
    ),
    "The reference does not tell classes apart, so all objects are scored as one class, '{name}'.": (
        "参考标注不区分类别，因此全部目标按同一类别“{name}”评分。"
    ),
    "{n} of the {total} objects that it finds are of classes that the reference does not have, and count for nothing: "
    "{name}.": "其检出的 {total} 个目标中有 {n} 个属于参考标注没有的类别，不计：{name}。",
    "{n} % of the pixels that it predicts belong to classes that count for none: {name}.": (
        "其预测的像素中有 {n}% 属于不计入的类别：{name}。"
    ),
}

COUNTS: Final = frozenset({"n", "total"})
_COUNT: Final = r"[\d,.−-]+"
_NAME: Final = ".+?"
_PLACE: Final = re.compile(r"\{(\w+)\}")


def reason(english: str) -> str:
    """Why something failed, or what must be known of it, in Chinese; as it is where it is none of these."""
    return _by_table()(english)


def patterns(table: Mapping[str, str], counts: Collection[str]) -> Callable[[str], str]:
    """A translation by a table of English texts, with any name in their places, and numbers in those of counts."""
    known = [(re.compile(_pattern(english, counts), re.DOTALL), chinese) for english, chinese in table.items()]

    def translated(english: str) -> str:
        for pattern, chinese in known:
            if (match := pattern.fullmatch(english)) is not None:
                return filled(chinese, match.groupdict())
        return english

    return translated


def _pattern(english: str, counts: Collection[str]) -> str:
    parts = _PLACE.split(english)
    texts, names = parts[::2], parts[1::2]
    places = (f"(?P<{name}>{_COUNT if name in counts else _NAME})" for name in names)
    return "".join(f"{re.escape(text)}{place}" for text, place in zip(texts, [*places, ""], strict=True))


@cache
def _by_table() -> Callable[[str], str]:
    return patterns(REASONS, COUNTS)
