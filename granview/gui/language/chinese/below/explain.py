"""Explanations, in Simplified Chinese."""

from typing import Final

EXPLAIN: Final = {
    "A {name} cannot be explained.": "{name} 无法解释。",
    "Choose a lane of another task.": "请选择其他任务的模型。",
    "{name} names no attention function.": "{name} 没有指明注意力函数。",
    "Load the model with sdpa.": "请以 sdpa 加载模型。",
    "This model runs with the attention kernel {kernel}, which cannot be looked into.": (
        "此模型使用注意力内核 {kernel} 运行，无法查看其内部。"
    ),
    "Load it with the kernel sdpa.": "请以内核 sdpa 加载。",
    "The gradients of this sample's attention take more than {limit_bytes} MB.": (
        "此样本注意力的梯度超过 {limit_bytes} MB。"
    ),
    "Raise the limit for explanations in the preferences, or choose a method without gradients.": (
        "请在首选项中提高解释的上限，或选择不用梯度的方法。"
    ),
    "What attends to everything is everything.": "关注一切的就是一切。",
    "Point at a place.": "请指向一处。",
    "{are_not_shown}: where their tokens stand is not known.": "{are_not_shown}：其词元的位置未知。",
    "{are_not_shown}: they weigh tokens {otherwise}.": ("{are_not_shown}：它们对词元的加权{otherwise}。"),
    "{other} of this network's {layers} layers have no attention weights, as recurrent ones and linear "
    "attention have none; layers are counted without them.": (
        "此网络的 {layers} 层中有 {other} 层没有注意力权重，循环层和线性注意力即如此；层数不计它们。"
    ),
    "This network takes the second half of its heads, times a learnt factor, from the first half "
    "(differential attention): heads are shown as they are before that.": (
        "此网络从前一半头中减去后一半头乘以学得的系数（差分注意力）：头按相减之前显示。"
    ),
    "Choose another method for this lane.": "请为此模型选择其他方法。",
    "{title}: values of the answer are no numbers (NaN or infinite).": ("{title}：结果含有非数值（NaN 或无穷大）。"),
    "Choose another method.": "请选择其他方法。",
    "Explain a lane of the same model that torch computes.": "请解释同一模型中由 torch 计算的一个。",
    "A span of text was pointed at in an image.": "在图像中指向了文本片段。",
    "Point at pixels.": "请指向像素。",
    "The place {x_px}, {y_px} is outside of the image ({width} x {height}).": (
        "位置 {x_px}, {y_px} 在图像之外（{width} x {height}）。"
    ),
    "Point at a place within it: X first, from the left, then Y, from the top.": (
        "请指向图像内的位置：先 X，从左起，再 Y，从上起。"
    ),
    "The place is outside of what the model is given of the image.": "该位置在提供给模型的图像部分之外。",
    "Point at a place nearer its middle.": "请指向更靠近中央的位置。",
    "The region is outside of what the model is given of the image.": "该区域在提供给模型的图像部分之外。",
    "Choose one nearer its middle.": "请选择更靠近中央的区域。",
    "Point at a word there; a method of attention can be asked about other texts.": (
        "请指向那里的词；注意力方法可以询问其他文本。"
    ),
    "This is asked about {there}, not about {words}.": "此处询问的是 {there}，不是 {words}。",
    "All tokens here are special ones, which stand for no text.": "此处的词元都是特殊词元，不对应文本。",
    "Choose another stack.": "请选择其他堆栈。",
    "Pixels were pointed at in a text.": "在文本中指向了像素。",
    "Point at a span of the text.": "请指向文本片段。",
    "The model has no token there.": "模型在那里没有词元。",
    "Point at a word; long texts are cut by some models.": "请指向一个词；有些模型会截断长文本。",
    "The class does not depend on the layer {join}.": "类别不取决于层 {join}。",
    "Choose another layer.": "请选择其他层。",
    "'{target_layer}' is no layer for Grad-CAM.": "“{target_layer}”不能用于 Grad-CAM。",
    "Grad-CAM looks at {name}.": "Grad-CAM 查看 {name}。",
    "The attributions miss the change of the score by {share} of it: read them with care.": (
        "各归因之和与得分变化相差其 {share}：请谨慎解读。"
    ),
    "This model computes its attention whole; its gradients need about {needed} MB, more than the limit of "
    "{limit_bytes} MB.": ("此模型整体计算注意力；其梯度约需 {needed} MB，超过 {limit_bytes} MB 的上限。"),
    "Raise the limit for explanations in the preferences, or use a smaller image or text.": (
        "请在首选项中提高解释的上限，或使用较小的图像或文本。"
    ),
    "The class does not depend on this stack's attention.": "类别不取决于此堆栈的注意力。",
    "No gradient reaches this network's classes.": "没有梯度到达此网络的类别。",
    "Choose a method of attention.": "请选择注意力方法。",
    "Between stages, a token's weight is shared out evenly among the finer tokens it was made from.": (
        "各级之间，词元的权重均分给构成它的更细词元。"
    ),
    "Cross-attention is left out: weights stay within one text.": "交叉注意力不计入：权重留在一篇文本之内。",
    "Rollout follows self-attention, not cross-attention.": "注意力展开追踪自注意力，不追踪交叉注意力。",
    "Keeping this sample's queries and keys takes more than {limit_bytes} MB, so each question takes a forward pass.": (
        "保留此样本的查询和键超过 {limit_bytes} MB，因此每次询问需要一次前向推理。"
    ),
    "This model has no stack '{name}'.": "此模型没有堆栈“{name}”。",
    "{method} needs the queries and keys of all layers, more than {limit_bytes} MB.": (
        "{method} 需要全部层的查询和键，超过 {limit_bytes} MB。"
    ),
    "Explain does not apply to depth: a depth network has no classes whose scores could be explained.": (
        "解释不适用于深度：深度网络没有可解释得分的类别。"
    ),
    "The model is given the middle of the picture alone; what lies outside of it has no weight.": (
        "只向模型提供了图像的中央；其外的部分没有权重。"
    ),
    "A picture of {size} x {size_2} px is run in tiles, and can be explained only as a whole.": (
        "{size} x {size_2} px 的图像分块运行，只能整体解释。"
    ),
    "Give a part of it.": "请给出其中一部分。",
    "Logits of shape {tuple} name no class.": "形状为 {tuple} 的 logits 不指定类别。",
    "There is no class {target}.": "没有类别 {target}。",
    "Classes go from 0 to {classes}.": "类别为 0 至 {classes}。",
    "Logits over pixels, but no image.": "像素的 logits，但没有图像。",
    "Where the model's tokens stand is not known.": "模型的词元位置未知。",
    "Ask for a token by its index.": "请按索引询问词元。",
    "The model says something of each token.": "模型对每个词元给出结果。",
    "Point at one.": "请指向其中一个。",
    "There is no token {index}.": "没有词元 {index}。",
    "Tokens go from 0 to {count}.": "词元为 0 至 {count}。",
    "The model takes {count} tokens at once: of {len}, its first window is explained.": (
        "模型一次接收 {count} 个词元：{len} 个中解释其第一个窗口。"
    ),
    "The network embeds {count} tokens, but {len} are known.": ("网络嵌入 {count} 个词元，但已知 {len} 个。"),
}
"""By the English text."""
