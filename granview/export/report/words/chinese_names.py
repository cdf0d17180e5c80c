"""What tasks, their metrics, measures and units are called in Simplified Chinese, by their English names."""

from typing import Final

from granview.report.verdict.chinese_places import AXES, TITLES

_TASKS: Final = {
    "Depth": "深度估计",
    "Fill mask": "掩码填空",
    "Image classification": "图像分类",
    "Segmentation": "语义分割",
    "Restoration": "图像复原",
    "Instances": "实例分割",
    "Prompted masks": "提示分割",
    "Objects": "目标检测",
    "Panoptic segmentation": "全景分割",
    "Question answering": "问答",
    "Summarization": "摘要",
    "Text classification": "文本分类",
    "Text generation": "文本生成",
    "Text to text": "文本到文本",
    "Entities": "实体识别",
    "Translation": "翻译",
}

_KINDS: Final = {
    "region": "区域",
    "boundary": "边界",
    "object": "目标",
    "entity": "实体",
    "text": "文本",
    "picture": "图像",
    "image": "图像",
    "mask": "掩码处",
    "answer": "答案",
    "target": "目标文本",
    "octave": "倍频程",
    "nesting": "嵌套",
    "distance": "距离",
    "edge": "深度边缘",
    "rarity": "类别稀有度",
    "nearest": "同组类别",
}

_METRICS: Final = {
    "Pixel accuracy": "像素准确率",
    "Dice": "Dice 系数",
    "Boundary IoU": "边界 IoU",
    "Boundary F": "边界 F 值",
    "Fine recall": "细节召回率",
}


def _measure(title: str) -> str:
    """A measure, with what it is of where that is in its English name too."""
    measure, of = AXES[title]
    return f"{of}{measure}" if title.endswith((" size", " length")) else measure


CHINESE_NAMES: Final = {**TITLES, **{title: _measure(title) for title in AXES}, **_TASKS, **_KINDS, **_METRICS}
