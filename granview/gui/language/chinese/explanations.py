"""Methods that explain, and what they show and do not show, in Simplified Chinese."""

from typing import Final

EXPLANATIONS: Final = {
    "Attention": "注意力",
    "Attention, mean over heads": "注意力（各头平均）",
    "Attention rollout": "注意力展开（rollout）",
    "Input times gradient": "输入乘梯度",
    "Grad-CAM": "Grad-CAM 热图",
    "Integrated gradients": "积分梯度",
    "Gradient-weighted relevance": "梯度加权相关性",
    "Which tokens' values a layer mixes into a token, and how much of each, in one head.": (
        "在一个头中，一层将哪些词元的值混入某个词元，各占多少。"
    ),
    "Whether the prediction depends on it: large weights can change nothing (Jain and Wallace 2019).": (
        "预测是否取决于它：权重大也可能毫无影响（Jain 和 Wallace，2019）。"
    ),
    "Which tokens' values a layer mixes into a token, averaged over its heads.": (
        "一层将哪些词元的值混入某个词元，对各头取平均。"
    ),
    "What a single head does: opposite patterns of two heads blur into one.": (
        "单个头的作用：两个头相反的模式会混在一起。"
    ),
    "How much of each input token could have reached a token through all layers, if attention alone moved it.": (
        "若只经注意力传递，每个输入词元经过所有层能有多少到达某个词元。"
    ),
    "What values and feed-forward layers do on the way, nor which class it speaks for.": (
        "途中的值和前馈层的作用，以及它支持哪个类别。"
    ),
    "How the class's score would change if a token's embedding were made a little longer or shorter.": (
        "词元的嵌入略微变长或变短时，类别得分会如何变化。"
    ),
    "What happens without the token: where a network is saturated, gradients are near 0 nevertheless.": (
        "没有该词元会怎样：网络饱和时梯度仍接近 0。"
    ),
    "Where a convolutional layer found what raises the class's score.": "卷积层在何处找到提高类别得分的内容。",
    "Anything finer than that layer's cells, nor what lowers the score.": (
        "比该层单元格更细的内容，以及降低得分的内容。"
    ),
    "What each token adds to the class's score, compared with a text of blank tokens; all add up to it.": (
        "与空白词元的文本相比，每个词元对类别得分的贡献；全部相加即为得分。"
    ),
    "How tokens act together: what two of them do jointly is divided between them.": (
        "词元的共同作用：两个词元的联合作用会在它们之间分摊。"
    ),
    "Which parts of the input attention brought to the class, counting only what would raise its score.": (
        "注意力将输入的哪些部分带给该类别，只计会提高得分的部分。"
    ),
    "What speaks against the class, and what feed-forward layers add; values compare within one class.": (
        "不利于该类别的内容，以及前馈层的作用；数值只能在同一类别内比较。"
    ),
}
"""By the English text."""
