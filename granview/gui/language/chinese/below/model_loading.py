"""Loading of models, in Simplified Chinese."""

from typing import Final

MODEL_LOADING: Final = {
    "Take the config.json that belongs to these weights.": "请使用属于这些权重的 config.json。",
    "The model in {where} takes {needed} GB, and this machine has {memory} GB of memory.": (
        "{where} 中的模型需要 {needed} GB，而本机有 {memory} GB 内存。"
    ),
    "Choose a smaller model, or run it in bf16.": "请选择较小的模型，或以 bf16 运行。",
    "{where} says {name} = {value}, but the weights hold {numbers} numbers{tensors}.": (
        "{where} 写明 {name} = {value}，但权重有 {numbers} 个数值{tensors}。"
    ),
    "The download of {name} is damaged: its SHA-256 does not begin with {sha256_prefix}.": (
        "{name} 的下载已损坏：其 SHA-256 不以 {sha256_prefix} 开头。"
    ),
    "{url} answered with status {code}.": "{url} 返回状态 {code}。",
    "Try again later.": "请稍后重试。",
    "{name} is not on this machine, and its download failed: {error}.": ("{name} 不在本机，下载失败：{error}。"),
    "Try again when you are connected (it goes on where it stopped), or put the file into {parent}.": (
        "请在联网时重试（从中断处继续），或将文件放入 {parent}。"
    ),
    "{path} is damaged, or is no GGUF file: {first_line}.": ("{path} 已损坏，或不是 GGUF 文件：{first_line}。"),
    "transformers cannot read the architecture '{architecture}' of {path}: {first_line}.": (
        "transformers 无法读取 {path} 的架构“{architecture}”：{first_line}。"
    ),
    "Use the model's original folder (config.json and safetensors), or another architecture, such as llama.": (
        "请使用模型的原始文件夹（config.json 和 safetensors），或另一种架构，例如 llama。"
    ),
    "{path} holds {weights} weights, fewer than its config needs.": ("{path} 含有 {weights} 个权重，少于其配置所需。"),
    "{path}: {wrong} is {tuple}, and its config asks for {tuple_2}.": (
        "{path}：{wrong} 为 {tuple}，而其配置要求 {tuple_2}。"
    ),
    "transformers cannot make the tokenizer of {path}: {first_line}.": (
        "transformers 无法建立 {path} 的分词器：{first_line}。"
    ),
    "Use the model's original folder, with its tokenizer.json.": ("请使用模型的原始文件夹，含其 tokenizer.json。"),
    "{upper}{reason}, and {name} is not complete on this machine{arrived}.": (
        "{upper}{reason}，且 {name} 在本机不完整{arrived}。"
    ),
    "{name} needs {missing_bytes} MB more on the disk of {cache}, and {free} MB are free there.": (
        "{name} 还需要 {cache} 所在磁盘的 {missing_bytes} MB，而那里可用 {free} MB。"
    ),
    "Make room, or set HF_HOME to a folder on a larger disk.": ("请腾出空间，或将 HF_HOME 设为更大磁盘上的文件夹。"),
    "Make room on the disk of {cache}, and try again (what has arrived is kept).": (
        "请在 {cache} 所在磁盘上腾出空间，然后重试（已下载的部分会保留）。"
    ),
    "Try again when you are connected (what has arrived is kept), set HF_ENDPOINT to a mirror, or give a "
    "local folder.": ("请在联网时重试（已下载的部分会保留），将 HF_ENDPOINT 设为镜像，或给出本地文件夹。"),
    "{name} comes from this machine: {network_reason}.": "{name} 取自本机：{network_reason}。",
    "{name} arrived damaged and was removed: its SHA-256 begins with {digest}, and the hub names {sha256}.": (
        "{name} 下载后已损坏，已删除：其 SHA-256 以 {digest} 开头，而 Hub 给出 {sha256}。"
    ),
    "Download it again; if that happens once more, what lies between this machine and the hub changes files.": (
        "请重新下载；如再次发生，说明本机与 Hub 之间有环节改动了文件。"
    ),
    "The model has one output, which is read as the probability of {names}. If it was trained to give a "
    "number, such as a rating, its accuracy means nothing.": (
        "模型有一个输出，视为 {names} 的概率。如果它训练用于给出数值（例如评分），其准确率没有意义。"
    ),
    "The model knows {count} class{count_2}; a label map needs at least two.": (
        "模型有 {count} 个类别；标签图至少需要两个。"
    ),
    "Correct id2label in config.json, or choose a model for semantic segmentation.": (
        "请更正 config.json 中的 id2label，或选择语义分割模型。"
    ),
    "Some classes have no name in config.json, and are called by their index.": (
        "config.json 中有些类别没有名称，以其索引命名。"
    ),
    "The model gives a number, not classes: its problem_type is regression.": (
        "模型给出数值而非类别：其 problem_type 为 regression。"
    ),
    "Choose a model trained for text-classification.": ("请选择为 text-classification 训练的模型。"),
    "{nameless} of its {len} outputs stand for no class (N/A): what they find is left out.": (
        "其 {len} 个输出中有 {nameless} 个不对应类别（N/A）：它们的检出结果不使用。"
    ),
    "The model names no class of objects.": "模型没有列出目标的类别。",
    "Correct id2label in config.json, or choose another model.": ("请更正 config.json 中的 id2label，或选择其他模型。"),
    "transformers cannot load the model in {folder}: {first_line}.": (
        "transformers 无法加载 {folder} 中的模型：{first_line}。"
    ),
    "Check its config.json and weights.": "请检查其 config.json 和权重。",
    "{folder} holds no {processors}, so it is unknown how pictures are prepared for this model.": (
        "{folder} 没有 {processors}，因此不知道如何为此模型准备图像。"
    ),
    "Copy it from the model's original repository, or save the image processor into the folder.": (
        "请从模型的原始仓库复制，或将图像处理器保存到该文件夹。"
    ),
    "The model in {folder} needs a package that is not installed: {first_line}.": (
        "{folder} 中的模型需要未安装的软件包：{first_line}。"
    ),
    "Choose another model.": "请选择其他模型。",
    "The weights in {folder} hold more than tensors, and are not opened.": (
        "{folder} 中的权重含有张量以外的内容，因此不打开。"
    ),
    "Save them as safetensors.": "请保存为 safetensors。",
    "The image processor in {folder} cannot be loaded: {first_line}.": (
        "无法加载 {folder} 中的图像处理器：{first_line}。"
    ),
    "{name} does not name its classes: they are called by their index. Put a classes.txt into it.": (
        "{name} 没有列出类别：以其索引命名。请在其中放入 classes.txt。"
    ),
    "Delete it: it is downloaded again.": "请删除它：会重新下载。",
    "The weights in {folder} lie in {len} files.": "{folder} 中的权重分在 {len} 个文件中。",
    "Save the model again.": "请重新保存模型。",
    "{folder} holds a {name}, which segmentation-models-pytorch does not know.": (
        "{folder} 含有 {name}，segmentation-models-pytorch 不认识它。"
    ),
    "It knows {join}.": "它认识 {join}。",
    "The model in {folder} takes {config} channels.": "{folder} 中的模型接收 {config} 个通道。",
    "Give one that takes RGB.": "请给出接收 RGB 的模型。",
    "The model in {folder} names the encoder {encoder}, which lies elsewhere and is not fetched.": (
        "{folder} 中的模型指定编码器 {encoder}，它在别处，不会获取。"
    ),
    "Give a model whose encoder is one that timm or segmentation-models-pytorch brings.": (
        "请给出编码器由 timm 或 segmentation-models-pytorch 提供的模型。"
    ),
    "What names the classes near {name} names {len}, not {n}.": ("{name} 附近的类别名称有 {len} 个，而不是 {n} 个。"),
    "{folder} says classes = {n}.": "{folder} 写明 classes = {n}。",
    "The model's one class has no name: it is called foreground.": ("模型唯一的类别没有名称：称为 foreground。"),
    "It is not known here which mean and deviation the encoder {encoder} takes: those of ImageNet are used, "
    "which most take.": ("此处不知道编码器 {encoder} 使用的均值和标准差：使用 ImageNet 的，多数编码器如此。"),
    "This is a model of segmentation-models-pytorch, which is not installed.": (
        "这是 segmentation-models-pytorch 的模型，而它没有安装。"
    ),
    "segmentation-models-pytorch cannot build the model in {folder}: {first_line}.": (
        "segmentation-models-pytorch 无法构建 {folder} 中的模型：{first_line}。"
    ),
    "Save it again with save_pretrained.": "请用 save_pretrained 重新保存。",
    "For a model from the hub write hf:ORG/NAME; for an embedded one zoo:NAME.": (
        "Hub 上的模型请写 hf:组织/名称；嵌入式模型请写 zoo:名称。"
    ),
    "{path} holds no state dict.": "{path} 不含 state dict。",
    "Save model.state_dict() into it.": "请将 model.state_dict() 保存到其中。",
    "{path} is damaged, or holds more than tensors, and is not opened.": (
        "{path} 已损坏，或含有张量以外的内容，因此不打开。"
    ),
    "Save the model's state_dict alone, best as safetensors.": ("请只保存模型的 state_dict，最好为 safetensors。"),
    "Download or save the weights again.": "请重新下载或保存权重。",
    "{name} is a {saved_as}, not a semantic segmentation model.": ("{name} 是 {saved_as}，不是语义分割模型。"),
    "Choose a model of one of the types {known}.": "请选择以下类型之一的模型：{known}。",
    "{name} is a {kind}, not a model for {task}.": "{name} 是 {kind}，不是用于 {task} 的模型。",
    "Use --task {join}.": "请使用 --task {join}。",
    "{name} is a {saved_as}, not a {known}.": "{name} 是 {saved_as}，不是 {known}。",
    "Choose a model trained for semantic segmentation.": "请选择为语义分割训练的模型。",
    "{name} needs program code that comes with the model, and GranView runs none.": (
        "{name} 需要随模型而来的程序代码，而 GranView 不运行此类代码。"
    ),
    "Choose a model of a type that transformers knows: {known}.": ("请选择 transformers 认识的模型类型：{known}。"),
    "Choose a model of a type that transformers knows for {task}.": (
        "请选择 transformers 认识的、用于 {task} 的模型类型。"
    ),
    "{name} does not name its classes: they are called by their index. Put a classes.txt beside it.": (
        "{name} 没有列出类别：以其索引命名。请在旁边放 classes.txt。"
    ),
    "{name} does not name its classes: taken for torchvision's own {count}.": (
        "{name} 没有列出类别：视为 torchvision 自己的 {count} 个类别。"
    ),
    "'{detail}' is neither a file nor weights of {name}.": ("“{detail}”既不是文件，也不是 {name} 的权重。"),
    "Weights of {name}: {known}.": "{name} 的权重：{known}。",
    "torchvision has no {noun} '{builder}'.": "torchvision 没有 {noun}“{builder}”。",
    "It has {join}.": "它有 {join}。",
    "{path} holds no head of a {noun}.": "{path} 没有 {noun} 的头部。",
    "Give the state dict of a {noun}.": "请给出 {noun} 的 state dict。",
    "The class file near {name} names {len} classes, not {count}.": (
        "{name} 附近的类别文件列出 {len} 个类别，而不是 {count} 个。"
    ),
    "The weights in {where} do not fit the model: {name} is {tuple} on disk, but the model wants "
    "{tuple_2}{and_more}.": ("{where} 中的权重与模型不符：{name} 在磁盘上为 {tuple}，而模型需要 {tuple_2}{and_more}。"),
    "The number of classes is often the reason: correct the config, or take the matching weights.": (
        "原因常是类别数：请更正配置，或使用匹配的权重。"
    ),
    "The weights in {where} lack {min}{and_more}.": "{where} 中的权重缺少 {min}{and_more}。",
    "This may be a backbone without the head of its task: choose a model trained for the task.": (
        "这可能是没有任务头的主干网络：请选择为该任务训练的模型。"
    ),
    "The weights hold tensors that the model does not use: {first}{and_more}.": (
        "权重含有模型不使用的张量：{first}{and_more}。"
    ),
    "{folder} wants another normalisation than the zoo's.": "{folder} 要求的归一化与模型库不同。",
    "Train it again.": "请重新训练。",
}
"""By the English text."""
