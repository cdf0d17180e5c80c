"""Families of models in Simplified Chinese: names of architectures stay, what describes them does not."""

import re
from typing import Final

_WORDS: Final = {
    "built in": "内置",
    "distilled": "蒸馏版",
    "metres indoors": "室内米制",
    "metres outdoors": "室外米制",
    "twice as large": "放大 2 倍",
    "four times as large": "放大 4 倍",
    "multilingual": "多语言",
    "news in sentences": "新闻，数句",
    "news in one sentence": "新闻，一句",
    "news in 45 languages": "新闻，45 种语言",
    "English": "英文",
    "Chinese": "中文",
    "English to French": "英译法",
    "English to German": "英译德",
    "English to Chinese": "英译中",
    "Chinese to English": "中译英",
    "English sentiment": "英文情感",
    "Chinese sentiment": "中文情感",
    "English entities": "英文实体",
    "Chinese entities": "中文实体",
    "questions in Chinese": "中文问答",
    "COCO panoptic": "COCO 全景",
    "COCO instances": "COCO 实例",
}
"""What describes a family, after a comma or in brackets."""

_NAMES: Final = {
    "Multilingual sentiment": "多语言情感",
    "Multilingual entities": "多语言实体",
    "BART for expressions": "BART（表达式）",
    "BERT for sentiment": "BERT（情感）",
    "BERT for entities": "BERT（实体）",
    "DINOv2 with a linear classifier": "DINOv2（线性分类器）",
    "ALBERT and BERT": "ALBERT 和 BERT",
    "BART and DistilBART": "BART 和 DistilBART",
    "BERT and XLM-RoBERTa": "BERT 和 XLM-RoBERTa",
    "BERT to RoBERTa": "BERT 至 RoBERTa",
    "CodeBERT and CodeBERTa": "CodeBERT 和 CodeBERTa",
    "DistilBERT and BERT": "DistilBERT 和 BERT",
    "FSRCNN and EDSR": "FSRCNN 和 EDSR",
    "LSTM and BERT": "LSTM 和 BERT",
    "MiniLM and RoBERTa": "MiniLM 和 RoBERTa",
}
"""Families whose names are words themselves."""

_PARTS: Final = re.compile(r"(?P<name>[^,(]*)(?:, (?P<words>[^()]+))?(?: \((?P<beside>[^()]+)\))?")


def family_name(english: str) -> str:
    """A family by its name in the catalogue, such as ``U-Net（蒸馏版，内置）``; other names are as they are."""
    match = _PARTS.fullmatch(english)
    if match is None:
        return english
    name = match["name"].strip()
    parts = [_WORDS.get(each, each) for each in (*(match["words"] or "").split(", "), match["beside"] or "") if each]
    shown = _NAMES.get(name, name)
    return f"{shown}（{'，'.join(parts)}）".replace("）（", "，") if parts else shown
