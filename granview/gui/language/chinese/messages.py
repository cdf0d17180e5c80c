"""Notices and errors of the lower layers that a person meets most, in Simplified Chinese, with places for values."""

from typing import Final

_DEVICES: Final = {
    "It has no network, and runs on the CPU.": "它没有网络，在 CPU 上运行。",
    "It runs on the CPU: {why}.": "在 CPU 上运行：{why}。",
    "This runs on the CPU: {why}.": "在 CPU 上运行：{why}。",
}

_MODELS: Final = {
    "{n} classes of ImageNet; downloads {size} MB.": "ImageNet 的 {n} 个类别；下载 {size} MB。",
    "{n} classes of Pascal VOC; downloads {size} MB.": "Pascal VOC 的 {n} 个类别；下载 {size} MB。",
    "{n} classes of COCO; downloads {size} MB.": "COCO 的 {n} 个类别；下载 {size} MB。",
    "mIoU {value} on unseen scenes.": "在未见场景上 mIoU 为 {value}。",
    "Accuracy {value} on unseen texts.": "在未见文本上准确率为 {value}。",
    "Entity F1 {value} on unseen texts.": "在未见文本上实体 F1 为 {value}。",
    "Exact match {value} on unseen texts.": "在未见文本上完全匹配率为 {value}。",
    "Top-1 accuracy {value} on unseen pictures.": "在未见图像上 Top-1 准确率为 {value}。",
    "PSNR of Y {value} dB on unseen pictures.": "在未见图像上 Y 通道 PSNR 为 {value} dB。",
    "Mask AP (COCO, IoU 0.50 to 0.95) {value} on unseen pictures.": (
        "在未见图像上掩码 AP（COCO，交并比 0.50 至 0.95）为 {value}。"
    ),
    "Box AP (COCO, IoU 0.50 to 0.95) {value} on unseen pictures.": (
        "在未见图像上检测框 AP（COCO，交并比 0.50 至 0.95）为 {value}。"
    ),
    "The smallest U-Net: half resolution, three levels.": "最小的 U-Net：半分辨率，三级。",
    "A slim U-Net: full resolution, five levels.": "精简 U-Net：全分辨率，五级。",
    "The largest U-Net: full resolution, six levels, wide where it is deep.": (
        "最大的 U-Net：全分辨率，六级，深处更宽。"
    ),
    "The smallest U-Net, distilled from the largest.": "最小的 U-Net，由最大的蒸馏而来。",
    "The smallest U-Net with a PointRend head, which decides uncertain pixels at full resolution.": (
        "带 PointRend 头的最小 U-Net，在全分辨率下判定不确定的像素。"
    ),
    "A plain FCN: one output at an eighth.": "普通 FCN：一个八分之一分辨率的输出。",
    "A small SegFormer: transformer stages at strides 4 to 32.": ("小型 SegFormer：步幅 4 至 32 的 Transformer 各级。"),
    "The smallest SegFormer: one block per stage.": "最小的 SegFormer：每级一个块。",
    "{name}, distilled from the larger one.": "{name}，由较大的蒸馏而来。",
    "{name}, distilled from the deeper one.": "{name}，由较深的蒸馏而来。",
    "{size} to download": "待下载 {size}",
    "{here} of {count} here, {size} to download": "本机有 {here} / {count} 个，待下载 {size}",
    "There is no folder {folder}.": "没有文件夹 {folder}。",
    "{folder} holds no model: a model's folder has a config.json.": ("{folder} 不含模型：模型文件夹应有 config.json。"),
    "{source} is gated: its terms must be accepted at {terms} first.": (
        "{source} 需要授权：请先在 {terms} 接受其条款。"
    ),
    "Its weights are not on this machine.": "其权重不在本机。",
}

_PROCESSES: Final = {
    "A native library failed; its last words are in the log.": "底层库出错；其最后输出见日志。",
    "Try another device or variant.": "请尝试其他设备或变体。",
    "Close other programs, or use a smaller model, a smaller batch or smaller images.": (
        "请关闭其他程序，或使用更小的模型、批大小或图像。"
    ),
    "It was stopped from outside; restart the lane.": "它被外部终止；请重启模型。",
    "Other lanes no longer wait for it; times of passes that overlap are not counted.": (
        "其他模型不再等待它；重叠推理的耗时不计入。"
    ),
    "What was cancelled did not end within {n} s, so the lane's process was ended and starts anew.": (
        "取消的工作在 {n} 秒内没有结束，因此模型的进程已结束并重新启动。"
    ),
    "Use a smaller image, a smaller model or a faster device.": "请使用更小的图像、更小的模型或更快的设备。",
    "Restart the lane; a library that writes into foreign memory is a likely cause.": (
        "请重启模型；可能是某个库写入了不属于它的内存。"
    ),
    "Close other programs; {words} must be allowed to start processes.": ("请关闭其他程序；须允许 {words} 启动进程。"),
    "Its last words are in the log.": "其最后输出见日志。",
    "The lane was unloaded.": "模型已卸载。",
    "The lane was closed.": "模型已关闭。",
    "The lane was restarted.": "模型已重启。",
    "Ask again.": "请重新查询。",
    "It happened {n} times in a row.": "已连续发生 {n} 次。",
    "{what}: there is not enough memory.": "{what}：内存不足。",
    "Use a smaller sample, or close other programs.": "请使用更小的样本，或关闭其他程序。",
    "{needed}, but {free}. Choose a smaller model or bf16.": "{needed}，但 {free}。请选择更小的模型或 bf16。",
}

_FILES: Final = {
    "{path} cannot be read: {why}.": "{path} 无法读取：{why}。",
    "{path} cannot be written: {why}.": "{path} 无法写入：{why}。",
    "{path} cannot be opened: {why}.": "{path} 无法打开：{why}。",
    "{path} does not exist.": "{path} 不存在。",
    "There is no file {path}.": "没有文件 {path}。",
    "Check the folder and the free space.": "请检查文件夹和可用空间。",
    "{path} is not a regular file.": "{path} 不是普通文件。",
    "Give an ordinary file.": "请给出普通文件。",
    "{path} is not UTF-8 text.": "{path} 不是 UTF-8 文本。",
    "Save it as UTF-8.": "请另存为 UTF-8。",
    "{path} is larger than {n} MiB.": "{path} 大于 {n} MiB。",
    "{path} is larger than {n} GiB.": "{path} 大于 {n} GiB。",
    "Install GranView again.": "请重新安装 GranView。",
    "Correct it.": "请更正。",
    "Correct them.": "请更正。",
    "Correct it, or save it again.": "请更正，或重新保存。",
    "The session is damaged.": "会话已损坏。",
    "{name} was read as {encoding}; it is not UTF-8.": "{name} 按 {encoding} 读取；它不是 UTF-8。",
    "{name} was read as {encoding}, as its byte order mark says.": "{name} 按其字节顺序标记以 {encoding} 读取。",
    "{name} is damaged in {n} place, shown as �.": "{name} 有 {n} 处损坏，显示为 �。",
    "{name} is damaged in {n} places, shown as �.": "{name} 有 {n} 处损坏，显示为 �。",
    "{name} holds results of GranView, which are passed over as inputs.": ("{name} 存放 GranView 的结果，不作为输入。"),
    "Give a folder of them itself, such as predictions, to read it too.": (
        "如要读取，请直接给出其中的文件夹，例如 predictions。"
    ),
    "{name} is a link to a folder that was searched already.": "{name} 是指向已搜索文件夹的链接。",
    "It is not used.": "未使用。",
    "Its transparent pixels are shown on white.": "透明像素显示在白色背景上。",
    "Its colours have 16 bits per channel; the upper 8 are read, whatever range is chosen for grey values.": (
        "其颜色每通道 16 位；无论灰度范围如何选择，都读取高 8 位。"
    ),
    "{name} has the colour mode {mode}, which is not read.": "{name} 的颜色模式为 {mode}，无法读取。",
    "Save it as RGB.": "请另存为 RGB。",
    "PNG, JPEG, TIFF, BMP and WebP images are read.": "可读取 PNG、JPEG、TIFF、BMP 和 WebP 图像。",
    "Plain text, CSV, TSV, JSON, JSONL, Parquet, Arrow, CoNLL and CoNLL-U files are read.": (
        "可读取纯文本、CSV、TSV、JSON、JSONL、Parquet、Arrow、CoNLL 和 CoNLL-U 文件。"
    ),
    "No input is called as they are.": "没有与它们同名的输入。",
    "Name each after its input.": "请按对应的输入命名。",
    "The {n} folders in {place} are taken for the classes of their pictures: {names}.": (
        "{place} 中的 {n} 个文件夹视为其图像的类别：{names}。"
    ),
    "Image classification is scored against them; other tasks pass them over.": (
        "图像分类依据它们评分；其他任务忽略它们。"
    ),
    "It is written anew.": "将重新写入。",
    "Open it again.": "请重新打开。",
    "Cut it into tiles.": "请将其切成小块。",
    "Restart the lane.": "请重启模型。",
    "Run it again.": "请重新运行。",
}

_DOCUMENTS: Final = {
    "{path} is open elsewhere: another window or run holds it.": "{path} 已在别处打开：另一窗口或运行正在使用它。",
    "It was opened for reading only.": "它以只读方式打开。",
    "{name} has been changed by another program since it was opened.": "{name} 打开之后被其他程序更改。",
    "Save the session under another name, or open the file again.": "请用其他名称保存会话，或重新打开该文件。",
    "Save the session under another name.": "请用其他名称保存会话。",
    "{name} is write-protected.": "{name} 受写保护。",
    "{path} is gone.": "{path} 已不存在。",
    "A copy of {name} needs {n} MB of room, and its disk has {free} MB.": (
        "{name} 的副本需要 {n} MB 空间，而其磁盘只有 {free} MB。"
    ),
    "Make room, or save it on another disk.": "请腾出空间，或保存到其他磁盘。",
    "The name {name} has {n} bytes; a comparison's has at most {most}.": (
        "名称 {name} 有 {n} 字节；比较的名称最多 {most} 字节。"
    ),
    "Choose a shorter one.": "请选择更短的名称。",
    "What was removed is not kept any more.": "被移除的内容已不再保留。",
    "Unsaved changes of {name} are a comparison without a name now.": "{name} 未保存的更改现在是一个未命名的比较。",
    "{name} has been replaced since.": "{name} 此后已被替换。",
    "Unsaved changes of {name} cannot be read.": "{name} 未保存的更改无法读取。",
    "They are kept in {name}.": "它们保存在 {name} 中。",
}

_WISHES: Final = {
    "'{words}' is no number.": "“{words}”不是数字。",
    "'{words}' is no condition.": "“{words}”不是条件。",
    "There is an empty condition.": "有一个空条件。",
    "Give numbers.": "请给出数字。",
    "Give one of them.": "请只给出其中之一。",
    "There are: {names}.": "可用的有：{names}。",
    "There are none.": "一个也没有。",
    "It can be {names}.": "可以是 {names}。",
    "It must be {limits}.": "必须为 {limits}。",
    "It must be at least 1.": "必须至少为 1。",
    "It must be a number.": "必须是数字。",
    "{name} is '{value}'.": "{name} 为“{value}”。",
    "The batch size is {n}.": "批大小为 {n}。",
    "'{name}' is not a device.": "“{name}”不是设备。",
    "Use auto, cpu, cuda or cuda:N.": "请使用 auto、cpu、cuda 或 cuda:N。",
    "'{name}' is not a variant.": "“{name}”不是变体。",
    "No variant was named.": "没有指定变体。",
    "Name some, such as bf16,int8.": "请指定，例如 bf16,int8。",
    "The model source is empty.": "模型来源为空。",
    "Use zoo:NAME, torchvision:NAME, hf:ORG/NAME or a folder.": (
        "请使用 zoo:名称、torchvision:名称、hf:组织/名称 或文件夹。"
    ),
    "'{name}' names no model.": "“{name}”不指向任何模型。",
    "'{name}' is not the id of a model on the hub.": "“{name}”不是 Hub 上的模型标识。",
    "Write hf:ORG/NAME or hf:ORG/NAME@REVISION.": "请写作 hf:组织/名称 或 hf:组织/名称@修订。",
    "{before} and {step} exclude each other.": "{before} 与 {step} 互斥。",
    "Leave out one of them.": "请去掉其中之一。",
}

MESSAGES: Final = {
    **_DEVICES,
    **_MODELS,
    **_PROCESSES,
    **_FILES,
    **_DOCUMENTS,
    **_WISHES,
}
"""By the English sentence; COUNTS of the reasons are numbers, every other place holds any words."""
