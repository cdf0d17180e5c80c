"""Models, galleries and ways of running in Simplified Chinese: what stands beside their names."""

from typing import Final

MODELS: Final = {
    "answers": "答案",
    "boxes": "检测框",
    "classes": "类别",
    "completion": "续写",
    "depth": "深度",
    "entities": "实体",
    "instances": "实例",
    "kinds": "类别",
    "masks": "分割掩码",
    "pictures": "图像",
    "prompted": "提示分割",
    "rewriting": "改写",
    "segments": "分割块",
    "summary": "摘要",
    "translation": "译文",
    "words": "词",
    "Methods": "经典方法",
    "on this machine": "在本机",
    "gated, to download": "需授权，待下载",
    "to download": "待下载",
    "&Masks of images": "图像的分割掩码(&M)",
    "&Outlines of masks": "掩码的轮廓(&O)",
    "&Distilled models": "蒸馏模型(&D)",
    "&Objects in images": "图像中的目标(&O)",
    "&Classes of pictures": "图像的类别(&C)",
    "&Restored pictures": "复原图像(&R)",
    "Te&xts": "文本(&X)",
    "Open sample images with reference masks, and three models that segment them": (
        "打开带参考标注掩码的示例图像，以及三个分割模型"
    ),
    "Open sample images with reference masks, and a network with and without a head that refines its outlines": (
        "打开带参考标注掩码的示例图像，以及带与不带轮廓细化头的同一网络"
    ),
    "Open sample images with reference masks: does a small network that a large one taught keep the fine grain?": (
        "打开带参考标注掩码的示例图像：由大网络教出的小网络能否保留细颗粒度？"
    ),
    "Open sample images with outlined objects, and two networks that outline them": (
        "打开标注了目标轮廓的示例图像，以及两个勾勒轮廓的网络"
    ),
    "Open sample crops of twelve kinds of defects, and four models that tell them apart": (
        "打开十二种缺陷的示例图块，以及四个分类模型"
    ),
    "Open sample pictures with their originals, and three ways to enlarge them": (
        "打开示例图像及其原图，以及三种放大方法"
    ),
    "Open sample texts with references, and two models for each of three tasks": (
        "打开带参考标注的示例文本，三个任务各有两个模型"
    ),
    "2:4 sparsity": "2:4 稀疏",
    "Channels last": "通道在后",
    "int4 weights": "int4 权重",
    "int8 weights": "int8 权重",
    "Magnitude pruning": "幅值剪枝",
    "Channel pruning": "通道剪枝",
    "ONNX int8, dynamic": "ONNX int8（动态）",
    "ONNX int8, static": "ONNX int8（静态）",
    "share of weights": "权重比例",
    "share of channels": "通道比例",
    "A seventh of the memory of fp32; not faster: weights are turned back at every pass.": (
        "内存为 fp32 的七分之一；不会更快：每次推理都要还原权重。"
    ),
    "A quarter of the memory of fp32; not faster: weights are turned back at every pass.": (
        "内存为 fp32 的四分之一；不会更快：每次推理都要还原权重。"
    ),
    "The network stays dense: neither faster nor smaller.": "网络仍为稠密：既不更快也不更小。",
    "Channels become zero and stay where they are: neither faster nor smaller.": (
        "通道置零但仍保留：既不更快也不更小。"
    ),
    "For linear layers: networks of convolutions took 4 to 6 times as long as in fp32.": (
        "用于线性层：卷积网络的耗时为 fp32 的 4 至 6 倍。"
    ),
    "Exporting takes seconds to minutes, once for each kind of input; not for models that write text.": (
        "导出需数秒至数分钟，每种输入一次；不适用于生成文本的模型。"
    ),
    "The first batch calibrates it: choose a larger batch size to calibrate on more samples.": (
        "用首个批次校准：批大小越大，校准所用样本越多。"
    ),
    "For GPUs of compute capability 8.0 and later; not measured by GranView's authors.": (
        "适用于计算能力 8.0 及以上的 GPU；GranView 作者未测量。"
    ),
    "TF32 is a mode of NVIDIA GPUs; a CPU computes it as fp32.": "TF32 是 NVIDIA GPU 的模式；CPU 按 fp32 计算。",
    "too few samples (n = {n})": "样本过少（n = {n}）",
    "{lane}: {mean} (nearly all samples score the same, so no interval), {n}": (
        "{lane}：{mean}（几乎所有样本得分相同，没有置信区间），{n}"
    ),
    "{lane}: {mean} (too few samples for an interval), {n}": "{lane}：{mean}（样本过少，没有置信区间），{n}",
    "{lane}: {mean} (chosen by outcome, so no interval), {n}": "{lane}：{mean}（按结果选出，没有置信区间），{n}",
    "the same on all {n}": "全部 {n} 个相同",
    "the same in each of {n}": "{n} 个中各自相同",
    "no interval": "无置信区间",
    "No sample differs; how many others would is not told by that.": (
        "没有样本有差异；这不能说明其他样本会有多少差异。"
    ),
    "Every sample has the same difference: without scatter there is no interval.": (
        "各样本的差异相同：没有离散就没有置信区间。"
    ),
    "These samples were chosen by what lanes make of them: lanes differ among them by that choice alone.": (
        "这些样本是按模型的结果选出的：仅这一选择就会造成差异。"
    ),
    "Difference {mean}; too few samples for an interval (fewer than {least}).": (
        "差异 {mean}；样本过少（少于 {least} 个），没有置信区间。"
    ),
    "Difference {mean}; the lanes differ in {k} of the samples, too few for an interval (fewer than {different}).": (
        "差异 {mean}；有差异的样本只有 {k} 个，过少（少于 {different} 个），没有置信区间。"
    ),
    "Difference {mean}: the same on every sample. How many others differ is unknown.": (
        "差异 {mean}：各样本相同。其他样本有多少差异未知。"
    ),
    "Difference {mean} in each of the samples: no scatter, so no interval; p {p} by the sign test.": (
        "各样本的差异均为 {mean}：没有离散，因此没有置信区间；符号检验 p {p}。"
    ),
    "Difference {mean}; no interval, since without one of the samples there is no such value.": (
        "差异 {mean}；去掉某个样本后该值不存在，因此没有置信区间。"
    ),
    "Difference {mean}; no interval, since the samples were chosen by what lanes make of them.": (
        "差异 {mean}；样本是按模型的结果选出的，因此没有置信区间。"
    ),
    "Difference {mean}; no interval, since chance alone raises such values, and not in all lanes alike.": (
        "差异 {mean}；此类数值会因随机性升高，且各模型不同，因此没有置信区间。"
    ),
    "0 and 1 may be background and foreground, or the first two of more classes": (
        "0 和 1 可能是背景和前景，也可能是多个类别中的前两个"
    ),
    "the masks hold but two values, void aside, and nothing tells what the second one stands for": (
        "除忽略值外掩码只有两个取值，无从得知第二个的含义"
    ),
    "the largest value is one too large for the classes, so that 1 may be the first one, and 0 void": (
        "最大值比类别数多一，因此 1 可能是第一个类别，0 为忽略区域"
    ),
    "no mask holds 0, so that 1 may be the first class": "没有掩码含有 0，因此 1 可能是第一个类别",
    "the values are no indices of classes, but as many as there are classes, so they may be these in order": (
        "取值不是类别索引，但数量与类别数相同，可能按顺序对应"
    ),
    "some values are larger than there are classes, and nothing tells what they stand for": (
        "有些取值大于类别数，无从得知其含义"
    ),
    "the values look like shades of grey rather than indices of classes": "取值看起来是灰度而不是类别索引",
    "the masks hold nothing but 255, which is void by custom": "掩码中只有 255，按惯例为忽略区域",
    "masks with different class files ask for different readings": "类别文件不同的掩码需要不同的读取方式",
    "pictures are turned by an orientation tag, and nothing tells whether their masks are turned too": (
        "图像带有方向标记，无从得知其掩码是否也已旋转"
    ),
}
"""By the English text."""
