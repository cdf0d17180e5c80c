"""Networks that were exported, own models, variants, in Simplified Chinese."""

from typing import Final

EXPORTED_MODELS: Final = {
    "The network gives {len} classes, but {len_2} are named.": ("网络给出 {len} 个类别，但列出了 {len_2} 个。"),
    "Correct output.classes in its description.": "请在其描述中更正 output.classes。",
    "The network gives {shape} outputs for {n} classes.": "网络对 {n} 个类别给出 {shape} 个输出。",
    "The network says class {int}, but {len} are named.": "网络给出类别 {int}，但列出了 {len} 个。",
    "{name} is described as a model for {task}, not for {task_2}.": (
        "{name} 的描述是用于 {task} 的模型，不是用于 {task_2}。"
    ),
    "Choose the task {task}, or correct the description.": "请选择任务 {task}，或更正描述。",
    "A file of {title} runs as it was exported, not as {variant}.": (
        "{title}文件按导出时的方式运行，不能作为 {variant} 运行。"
    ),
    "Use the variant fp32, or export it in another number format.": "请使用变体 fp32，或以另一种数值格式导出。",
    "What happens within an exported network is not seen from outside, so that nothing of it can be explained.": (
        "导出的网络内部不可见，因此无法作任何解释。"
    ),
    "torch cannot load {name}: {first_line}.": "torch 无法加载 {name}：{first_line}。",
    "Export it again with this torch.": "请用此版本的 torch 重新导出。",
    "The network also takes {name}, which GranView does not give.": ("网络还接收 {name}，而 GranView 不提供它。"),
    "Export it without.": "请在导出时去掉它。",
    "The network gives no {wanted}, but {join}.": "网络没有给出 {wanted}，而是给出 {join}。",
    "The network takes pictures of {width}x{height} px alone, and to bring others to that size would change "
    "what is to be restored.": ("网络只接收 {width}x{height} px 的图像，而将其他图像缩放到该尺寸会改变要复原的内容。"),
    "Export it with sides that may be any.": "请以边长可变的方式导出。",
    "Correct output.classes.": "请更正 output.classes。",
    "Choose another variant.": "请选择其他变体。",
    "Calibrated on the {count} {noun} of the lane's first pass, whose ranges of values it takes for those of "
    "all: a larger batch size calibrates on more.": (
        "用模型首批的 {count} 个{noun}校准，其取值范围代表全部：批大小越大，校准所用越多。"
    ),
    "{kept}: on the same inputs its outputs differ by at most {difference} from torch's in fp32.": (
        "{kept}：相同输入下，其输出与 torch fp32 的输出至多相差 {difference}。"
    ),
    "ONNX Runtime computes this lane in int8, and what it computes inside cannot be read.": (
        "ONNX Runtime 以 int8 计算此模型，其内部计算无法读取。"
    ),
    "The model's output holds {kind}, which is no array: ONNX Runtime cannot give it.": (
        "模型的输出含有 {kind}，它不是数组：ONNX Runtime 无法给出。"
    ),
    "Choose a variant without ONNX Runtime.": "请选择不用 ONNX Runtime 的变体。",
    "The model exported to ONNX gives outputs of other shapes than the model itself.": (
        "导出为 ONNX 的模型给出的输出形状与模型本身不同。"
    ),
    "The model exported to ONNX computes something else: its outputs differ by {difference} from torch's, "
    "whose largest is {largest}.": (
        "导出为 ONNX 的模型计算结果不同：其输出与 torch 的相差 {difference}，后者最大为 {largest}。"
    ),
    "The model's weights take {size} GB: an ONNX model in memory holds at most 2 GB.": (
        "模型的权重占 {size} GB：内存中的 ONNX 模型至多 2 GB。"
    ),
    "The model was exported to nothing.": "模型导出后没有内容。",
    "The model cannot be exported to ONNX: {first_line}.": "模型无法导出为 ONNX：{first_line}。",
    "{title} would convert {share} of this model's weights: a lane of that name needs {least_covered}.": (
        "{title} 只会转换此模型权重的 {share}：以此命名的模型需要 {least_covered}。"
    ),
    "ONNX Runtime cannot turn this model into int8: {first_line}.": (
        "ONNX Runtime 无法将此模型转为 int8：{first_line}。"
    ),
    "{title} takes weights in float32, not packed ones.": ("{title} 接收 float32 权重，不接收打包的权重。"),
    "Use onnx-int8-dynamic or onnx-int8-static alone.": ("请单独使用 onnx-int8-dynamic 或 onnx-int8-static。"),
    "ONNX Runtime failed: {first_line}.": "ONNX Runtime 出错：{first_line}。",
    "{device} cannot be used: this ONNX Runtime is built without CUDA.": (
        "{device} 无法使用：此 ONNX Runtime 构建不含 CUDA。"
    ),
    "Install onnxruntime-gpu instead of onnxruntime, or choose the device cpu.": (
        "请安装 onnxruntime-gpu 代替 onnxruntime，或选择设备 cpu。"
    ),
    "ONNX Runtime could not start on {device}, and would compute on the CPU.": (
        "ONNX Runtime 无法在 {device} 上启动，会在 CPU 上计算。"
    ),
    "Check its CUDA and cuDNN libraries, or choose the device cpu.": ("请检查其 CUDA 和 cuDNN 库，或选择设备 cpu。"),
    "ONNX Runtime cannot load {named}: {first_line}.": ("ONNX Runtime 无法加载 {named}：{first_line}。"),
    "Export the model again, with operators that this version of ONNX Runtime knows.": (
        "请用此版本 ONNX Runtime 认识的算子重新导出模型。"
    ),
    "predict was given {len} samples and returned {len_2}.": ("predict 收到 {len} 个样本，返回 {len_2} 个。"),
    "Return one thing for each.": "请为每个样本返回一项。",
    "Mend the file, and allow it again.": "请修正文件，然后重新允许。",
    "{name} in {name_2} has no method {method}.": "{name_2} 中的 {name} 没有方法 {method}。",
    "See granview.OwnModel.": "见 granview.OwnModel。",
    "{name} in {name_2} cannot be set up: {name_3}: {first_line}{line}.": (
        "无法建立 {name_2} 中的 {name}：{name_3}：{first_line}{line}。"
    ),
    "predict returned {returned}, and {wanted}.": "predict 返回 {returned}，而{wanted}。",
    "See granview.OwnModel.predict.": "见 granview.OwnModel.predict。",
    "The model gave values that are no numbers, of which nothing can be told.": (
        "模型给出了非数值，由此得不出任何结论。"
    ),
    "What predict returned is nothing that {task} can use: {error}.": ("predict 的返回值不能用于 {task}：{error}。"),
    "Choose another variant, or another device.": "请选择其他变体或设备。",
    "Channels last changes nothing here: this model has no convolution over pictures.": (
        "通道在后在此不起作用：此模型没有对图像的卷积。"
    ),
    "Leave channels-last out of the variant.": "请从变体中去掉 channels-last。",
    "{sparsity_of} of the weights of {len} layers are zero, {whole} of all weights. The network stays dense: "
    "it is neither faster nor smaller for it.": (
        "{len} 层的权重有 {sparsity_of} 为零，占全部权重的 {whole}。网络仍是稠密的：不会因此更快或更小。"
    ),
    "{sparsity_of} of the weights of {len} layers are zero, {whole} of all weights; {len_2} layers were left "
    "whole. Channels stay where they are: the network is neither faster nor smaller for it.": (
        "{len} 层的权重有 {sparsity_of} 为零，占全部权重的 {whole}；{len_2} 层保持完整。通道保留原位：网络不会因此"
        "更快或更小。"
    ),
    "{title} changes nothing here: {amount} of so few channels is none.": (
        "{title} 在此不起作用：通道太少，{amount} 不足一个。"
    ),
    "Choose a larger share.": "请选择较大的比例。",
    "{share} of the weights of {len} linear layers are zero, {whole} of all weights.": (
        "{len} 个线性层的权重有 {share} 为零，占全部权重的 {whole}。"
    ),
    "This GPU cannot compute with 2:4 sparsity: {error}.": "此 GPU 无法以 2:4 稀疏计算：{error}。",
    "The config in {folder} cannot be read: {first_line}.": ("{folder} 中的配置无法读取：{first_line}。"),
}
"""By the English text."""
