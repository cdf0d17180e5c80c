"""Files of models, before they are loaded, in Simplified Chinese."""

from typing import Final

MODEL_FILES: Final = {
    "Correct that line, or install GranView again.": "请更正该行，或重新安装 GranView。",
    "{path}, line {line_of}: {trouble}.": "{path} 第 {line_of} 行：{trouble}。",
    "output.{classes_file} must be the name of a file, without output.classes.": (
        "没有 output.classes 时，output.{classes_file} 必须是文件名。"
    ),
    "output.{classes_file} is {name}, outside its folder.": ("output.{classes_file} 为 {name}，在其文件夹之外。"),
    "Put it beside the description.": "请放在描述文件旁边。",
    "Mend it, or take it away.": "请修正或移除它。",
    "This is not valid TOML: {error}.": "这不是有效的 TOML：{error}。",
    "Correct it there.": "请在那里更正。",
    "Correct it, or take the line out.": "请更正，或删去该行。",
    "The file of classes {name} is larger than {most_bytes} MiB.": ("类别文件 {name} 大于 {most_bytes} MiB。"),
    "The file of classes {name} cannot be read.": "类别文件 {name} 无法读取。",
    "{name} does not say what goes in and what comes out.": "{name} 没有说明输入和输出是什么。",
    "Write that into {name} beside it; the guide has an example for each task.": (
        "请写入旁边的 {name}；指南中有每个任务的示例。"
    ),
    "It cannot be told what the network is for: it takes {listed} and gives {listed_2}.": (
        "无法判断网络的用途：它接收 {listed}，给出 {listed_2}。"
    ),
    "Say it in a TOML file beside it; the guide has an example for each task.": (
        "请在旁边的 TOML 文件中说明；指南中有每个任务的示例。"
    ),
    "It gives start_logits and end_logits: the ends of an answer.": (
        "它给出 start_logits 和 end_logits：答案的起止位置。"
    ),
    "It gives boxes, scores and labels, as torchvision's detectors do.": (
        "它给出 boxes、scores 和 labels，与 torchvision 的检测器相同。"
    ),
    "{only} has two corners, a score and a class for each box, as YOLO with suppression in the file has.": (
        "{only} 的每个方框有两个角点、一个得分和一个类别，与文件中含抑制步骤的 YOLO 相同。"
    ),
    "Values go in with ImageNet's mean and deviation, as is usual; write others if it differs.": (
        "按惯例，输入值使用 ImageNet 的均值和标准差；如不同，请另行写明。"
    ),
    "It gives {boxes}, whole numbers {name} and values {name_2}, as torchvision's detectors do.": (
        "它给出 {boxes}、整数 {name} 和值 {name_2}，与 torchvision 的检测器相同。"
    ),
    "{only} has a box and {rows} scores in each column, as YOLO has from version 8 on.": (
        "{only} 的每列有一个方框和 {rows} 个得分，与 YOLO 第 8 版起相同。"
    ),
    "{each} has a whole number for each px: its class.": "{each} 的每个像素有一个整数：其类别。",
    "{each} has a value for each of {shape} classes of a picture.": ("{each} 对图像的 {shape} 个类别各有一个值。"),
    "The file names no classes: they are numbered. Write their names into output.classes.": (
        "文件没有类别名称：以编号代替。请将名称写入 output.classes。"
    ),
    "The network takes {first}, which is no picture.": "网络接收 {first}，它不是图像。",
    "Say what it is for in a TOML file.": "请在 TOML 文件中说明其用途。",
    "Pictures are {fits}.": "图像{fits}。",
    "Values go in from 0 to 1, as is usual for such networks.": "按此类网络的惯例，输入值为 0 至 1。",
    "{first} has a value for each class of a text.": "{first} 对文本的每个类别有一个值。",
    "{each} is a picture like the one that goes in; it is taken to be {scale} times as large.": (
        "{each} 是与输入相似的图像；视为放大到 {scale} 倍。"
    ),
    "{each} is called a depth.": "{each} 名为深度。",
    "{each} has one value for each px.": "{each} 的每个像素有一个值。",
    "{first} has values for each token.": "{first} 的每个词元有若干值。",
    "{each} has {kind} for each px.": "{each} 的每个像素有{kind}。",
    "{name} names weights outside of its folder: {outside}.": ("{name} 指定的权重在其文件夹之外：{outside}。"),
    "Save it again with its weights beside.": "请连同权重一起重新保存。",
    "{name} is no ONNX file, or one without a network.": "{name} 不是 ONNX 文件，或其中没有网络。",
    "Export or download it again.": "请重新导出或下载。",
    "Choose another file.": "请选择其他文件。",
    "{name} is no ONNX file, or a damaged one: {first_line}.": ("{name} 不是 ONNX 文件，或已损坏：{first_line}。"),
    "{name} is no file of torch.export, or a damaged one.": ("{name} 不是 torch.export 的文件，或已损坏。"),
    "Save it with torch.export.save.": "请用 torch.export.save 保存。",
    "What {hub_endpoint} says of {name} is not a hub's: it names {wrong}.": (
        "{hub_endpoint} 关于 {name} 的内容不是 Hub 的格式：它含有 {wrong}。"
    ),
    "Check HF_ENDPOINT.": "请检查 HF_ENDPOINT。",
    "{name} on the hub holds no model in transformers' format.": ("Hub 上的 {name} 不含 transformers 格式的模型。"),
    "It needs config.json and model.safetensors.": ("它需要 config.json 和 model.safetensors。"),
    "There is no model {name} on the hub, or it is private.": "Hub 上没有模型 {name}，或它是私有的。",
    "Check the spelling; for a private model run `hf auth login` first.": (
        "请检查拼写；私有模型请先运行 `hf auth login`。"
    ),
    "{name} is gated: its authors ask you to accept their terms first.": ("{name} 需要授权：其作者要求先接受条款。"),
    "Accept them at {hub_endpoint}/{name}, run `hf auth login`, and try again.": (
        "请在 {hub_endpoint}/{name} 接受条款，运行 `hf auth login`，然后重试。"
    ),
    "{name} has no revision '{revision}' on the hub.": ("{name} 在 Hub 上没有修订“{revision}”。"),
    "Give a branch, tag or commit hash.": "请给出分支、标签或提交哈希。",
    "Write hf:ORG/NAME.": "请写 hf:组织/名称。",
    "The hub shows {name} only to those who may see it: there is no such model, or it is private and this "
    "machine's login does not reach it.": (
        "Hub 只向有权限者显示 {name}：没有此模型，或它是私有的而本机的登录无权访问。"
    ),
    "Check the spelling; for a private model run `hf auth login`, or set HF_TOKEN to a token that may read it.": (
        "请检查拼写；私有模型请运行 `hf auth login`，或将 HF_TOKEN 设为有读取权限的访问凭据。"
    ),
    "Models on this machine stand under Downloaded in the window, and granview models lists them.": (
        "本机的模型在窗口的“已下载”之下，也可由 granview models 列出。"
    ),
    "The search came to nothing: {reason}.": "搜索没有结果：{reason}。",
    "{title}, as its description says.": "{title}，依据其描述。",
    "{title}; its use is guessed.": "{title}；其用途是推测的。",
    "A language model in GGUF; its weights are unpacked when it is loaded.": (
        "GGUF 格式的语言模型；其权重在加载时解包。"
    ),
    "{path} is no GGUF file: it does not begin with GGUF.": ("{path} 不是 GGUF 文件：它不以 GGUF 开头。"),
    "Download it again.": "请重新下载。",
    "Name a model's file.": "请指定模型文件。",
    "A network that restores pictures, as its weights tell.": "复原图像的网络，依据其权重。",
    "Give the file whose code is to run.": "请给出要运行其代码的文件。",
    "{file} was changed while you were asked about it.": "{file} 在询问期间发生了变化。",
    "Read it again, and try again.": "请重新阅读，然后重试。",
    "{file} is a program: to load it is to run it, and nobody has allowed that for it as it is now (SHA-256 "
    "{digest}…).": ("{file} 是程序：加载即运行，而其当前内容尚未获准运行（SHA-256 {digest}…）。"),
    "Read it first. Then allow it in the window when it asks, with --trust-code FILE, or trust_code=[FILE].": (
        "请先阅读它，再在窗口询问时允许，或使用 --trust-code FILE、trust_code=[FILE]。"
    ),
    "See whether the address is right: Help ▸ Check for updates.": "请检查地址是否正确：“帮助 ▸ 检查更新”。",
    "What lies at {address} is too large to say which version is the latest.": (
        "{address} 的内容过大，不是最新版本的说明。"
    ),
    "What lies at {address} names no version.": "{address} 的内容没有说明版本。",
    "'{address}' is no web address.": "“{address}”不是网址。",
    "Write one that begins with https://.": "请写以 https:// 开头的地址。",
    "An address with a name and a password is not asked.": "不访问带用户名和密码的地址。",
    "Write it without them.": "请去掉它们。",
    "'{address}' is not encrypted.": "“{address}”未加密。",
    "Try again when there is a network.": "请在有网络时重试。",
    "{before} leads to {host}, which was not asked.": "{before} 转到 {host}，后者没有被询问。",
    "Write the address at {host} instead.": "请改写 {host} 上的地址。",
    "{folder} holds no weights.": "{folder} 不含权重。",
    "It needs model.safetensors (or its shards and index), or pytorch_model.bin.": (
        "它需要 model.safetensors（或其分片和索引），或 pytorch_model.bin。"
    ),
    "{parent} lacks {join}.": "{parent} 缺少 {join}。",
    "Download the model again.": "请重新下载模型。",
}
"""By the English text."""
