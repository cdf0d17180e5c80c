"""Names of metrics for the heads of columns, where there is no room for what an abbreviation stands for."""

from typing import Final

_AS_THEY_ARE: Final = (
    *("mIoU", "AP", "PQ", "F1", "ROUGE-L", "chrF", "mAP", "ECE", "NLL", "EM", "MRR", "Accuracy@1", "Accuracy@k"),
)

SHORT_NAMES: Final = {
    **{name: name for name in _AS_THEY_ARE},
    "IoU": "交并比",
    "Brier": "Brier 分数",
    "Void": "忽略像素",
}
"""By the English name."""
