"""What agreement of lanes is, in Simplified Chinese."""

from typing import Final

AGREEMENTS: Final = {
    "Spearman's rank correlation of what two lanes call near and far, over an even grid of at most 65,536 "
    "px; mean over the samples that both have, and over lanes.": (
        "两个模型判断远近的 Spearman 秩相关，在至多 65,536 px 的均匀网格上计算；对两者共有的样本、再对各模型取平均。"
    ),
    "It needs no scale, no shift and no reference.": "无需缩放、平移或参考标注。",
    "Share of masks for which its most probable word is that of each other lane; mean over lanes.": (
        "最可能的词与其他各模型相同的掩码处所占比例；对各模型取平均。"
    ),
    "It needs no reference.": "无需参考标注。",
    "Cohen's kappa of its classes with those of each other lane, −1 to 1, 0 for what chance would give, over "
    "all pictures that both have; mean over lanes.": (
        "其类别与其他各模型类别的 Cohen κ，−1 至 1，0 为偶然水平，基于两者共有的全部图像；对各模型取平均。"
    ),
    "Cohen's kappa of its classes with those of each other lane, −1 to 1, 0 for what chance would give, over "
    "all texts that both have; mean over lanes.": (
        "其类别与其他各模型类别的 Cohen κ，−1 至 1，0 为偶然水平，基于两者共有的全部文本；对各模型取平均。"
    ),
    "mIoU of its masks with those of each other lane, over all samples that both have, classes matched by "
    "name; mean over lanes.": (
        "其分割掩码与其他各模型掩码的 mIoU，基于两者共有的全部样本，类别按名称匹配；对各模型取平均。"
    ),
    "It needs no reference, and says nothing about who is right.": "无需参考标注，也不说明谁正确。",
    "PSNR of two lanes' pictures against each other, over all px of red, green and blue of the samples that "
    "both have, by 50 dB, at most 1; mean over lanes.": (
        "两个模型的图像之间的 PSNR（共有样本的红、绿、蓝全部像素），除以 50 dB，至多为 1；对各模型取平均。"
    ),
    "2 shared / all objects, where objects of a class that have an IoU of 0.5 or more are shared, one to "
    "one; of those with a score of 0.5 or more, over all samples that both have, classes matched by name; "
    "mean over lanes.": (
        "2 × 共有目标数 / 全部目标数：同类别且交并比不低于 0.5 的目标一一配对为共有；只计得分不低于 0.5 的目标，"
        "基于两者共有的全部样本，类别按名称匹配；对各模型取平均。"
    ),
    "2 shared / all segments, where segments of a class whose masks have an IoU of 0.5 or more are shared, "
    "one to one; of those with a score of 0.5 or more, over all samples that both have, classes matched by "
    "name; mean over lanes.": (
        "2 × 共有分割块数 / 全部分割块数：同类别且掩码交并比不低于 0.5 的分割块一一配对为共有；只计得分不低于 "
        "0.5 的分割块，基于两者共有的全部样本，类别按名称匹配；对各模型取平均。"
    ),
    "IoU of the best masks of two lanes for the same prompt, mean over prompts and over each other lane.": (
        "两个模型对同一提示的最佳掩码的交并比，对各提示、再对其他各模型取平均。"
    ),
    "F1 of the characters that its answer and that of each other lane mark; two that give no answer agree; "
    "mean over lanes and questions.": (
        "其答案与其他各模型答案所标字符的 F1；都不给出答案视为一致；对各模型和问题取平均。"
    ),
    "chrF between its texts and those of each other lane, 0 to 1, precision and recall alike, over all texts "
    "that both have; mean over lanes.": (
        "其文本与其他各模型文本之间的 chrF，0 至 1，精确率与召回率同等，基于两者共有的全部文本；对各模型取平均。"
    ),
    "F1 of its entities with those of each other lane, where two of one type that overlap agree by the part "
    "that is in both, over all texts that both have; mean over lanes.": (
        "其实体与其他各模型实体的 F1：同类型且重叠的两个实体按共有部分计为一致，基于两者共有的全部文本；对各模型"
        "取平均。"
    ),
}
"""By the English sentence."""
