"""Lanes, their processes and what they run, in Simplified Chinese."""

from typing import Final

LANES: Final = {
    "{classes}; downloads {weights_mb} MB.": "{classes}；下载 {weights_mb} MB。",
    "The loop of pictures failed.": "图像循环出错。",
    "Copy the file to a faster disk, or scale it down.": "请将文件复制到更快的磁盘，或缩小它。",
    "{name} cannot be shown: the decoder {words}.": "{name} 无法显示：解码器 {words}。",
    "A listener failed on a picture.": "处理一幅图像的监听程序出错。",
    "The decoder cannot be started: {error}.": "无法启动解码器：{error}。",
    "Close other programs.": "请关闭其他程序。",
    "The file may be damaged; save it again with another program.": "文件可能已损坏；请用其他程序重新保存。",
    "Close other programs, or scale the image down.": "请关闭其他程序，或缩小图像。",
    "Another pass ran on the device at the same time, so this forward pass's time{took} is not counted.": (
        "同一设备上同时有另一次推理，因此本次前向推理的耗时{took}不计入。"
    ),
    "Choose fewer or smaller models, make room, or set HF_HOME to a larger disk.": (
        "请选择更少或更小的模型，腾出空间，或将 HF_HOME 设为更大的磁盘。"
    ),
    "{words}, but only {free}.": "{words}，但只有 {free}。",
    "A turn of the engine failed.": "引擎的一轮处理出错。",
    "There is no lane '{name}'.": "没有模型“{name}”。",
    "The engine is shut down.": "引擎已关闭。",
    "Make another.": "请另建一个。",
    "There is a lane '{name}' already.": "已有模型“{name}”。",
    "Choose another name.": "请选择其他名称。",
    "A listener of the engine failed.": "引擎的监听程序出错。",
    "The recorder failed.": "记录程序出错。",
    "A listener failed on an explanation.": "处理一个解释的监听程序出错。",
    "What was cancelled did not end within {seconds} s, so the lane's process was ended and starts anew.": (
        "取消的工作在 {seconds} 秒内没有结束，因此模型的进程已结束并重新启动。"
    ),
    "The lane's process ended unasked, with exit code {exit_code}.": ("模型的进程意外结束，退出码为 {exit_code}。"),
    "The lane's process did not answer for {seconds} s, and was ended.": (
        "模型的进程 {seconds} 秒没有响应，已被终止。"
    ),
    "The lane's process sent something that is not a message ({first_line}), and was ended.": (
        "模型的进程发来的不是消息（{first_line}），已被终止。"
    ),
    "The lane's process {signalled}.": "模型的进程 {signalled}。",
    "For an embedded model write zoo:NAME, for one from the hub hf:ORG/NAME.": (
        "嵌入式模型请写 zoo:名称，Hub 上的模型请写 hf:组织/名称。"
    ),
    "For the embedded model of that name write zoo:{name}.": "同名的嵌入式模型请写 zoo:{name}。",
    "Name the folder of a model.": "请指定模型的文件夹。",
    "{file} is a program, and nobody has allowed it to run as it is now (SHA-256 {sha256}…).": (
        "{file} 是程序，其当前内容尚未获准运行（SHA-256 {sha256}…）。"
    ),
    "Read it first. Then give --trust-code FILE, or trust_code=[FILE] in Python.": (
        "请先阅读它，再使用 --trust-code FILE，或 Python 的 trust_code=[FILE]。"
    ),
    "There is no method '{name}'.": "没有方法“{name}”。",
    "Give the file that holds the weights.": "请给出权重文件。",
    "It is not known what {model} is for: its config is not on this machine, and no input is an image.": (
        "不知道 {model} 的用途：其配置不在本机，且没有图像输入。"
    ),
    "Say it with --task, such as --task text-classification.": ("请用 --task 指定，例如 --task text-classification。"),
    "It did not fit into memory as a whole, and was run in parts: {first_line}.": (
        "整体无法放入内存，已分块运行：{first_line}。"
    ),
    "A batch of {count} did not fit into memory, and was run as batches of {size}: {first_line}.": (
        "一批 {count} 个无法放入内存，已按每批 {size} 个运行：{first_line}。"
    ),
    "How likely {name}'s reference is cannot be computed: {first_line}.": (
        "无法计算 {name} 的参考标注的似然：{first_line}。"
    ),
    "A batch of {count} failed, and was run one by one: {first_line}.": (
        "一批 {count} 个失败，已逐个运行：{first_line}。"
    ),
    "Operations cannot be counted: {first_line}.": "无法统计运算量：{first_line}。",
    "{name} needs {size} MB of shared memory to be shown, and there is not so much.": (
        "显示 {name} 需要 {size} MB 共享内存，但不够。"
    ),
    "Nobody has said what is to be outlined in {filename}, and no reference has objects of it.": (
        "没有指定 {filename} 中要勾勒什么，也没有含其目标的参考标注。"
    ),
    "Click on an object in the window, or give a reference with objects.": (
        "请在窗口中点击目标，或给出含目标的参考标注。"
    ),
    "Give one that fits, or do not require references.": "请给出合适的参考标注，或不要求参考标注。",
    "{filename} has no reference, and one is required.": "{filename} 没有参考标注，而此处要求有。",
    "{filename} is of kind {kind}, and this model takes {plural}.": (
        "{filename} 的类型为 {kind}，而此模型接收 {plural}。"
    ),
    "Leave it out.": "请去掉它。",
    "{filename} has no {join}, and this model needs it.": "{filename} 没有 {join}，而此模型需要。",
    "Give samples as rows of a table with a column for it, or leave this one out.": (
        "请以含该列的表格行给出样本，或去掉此样本。"
    ),
    "This model takes no {join}, and was not given it.": "此模型不接收 {join}，因此没有提供给它。",
    "The engine cannot be understood any more.": "无法再理解引擎发来的内容。",
    "Nothing of {filename} can be compared with its reference.": "{filename} 没有可与参考标注比较的内容。",
    "{name} has {n_chars} characters. At most {max_run_chars} are given to a model.": (
        "{name} 有 {n_chars} 个字符。至多向模型提供 {max_run_chars} 个。"
    ),
    "It is shown, and not run. Split it.": "只显示，不运行。请拆分它。",
    "It happened {deaths} times in a row.": "已连续发生 {deaths} 次。",
    "The reference was changed while this ran, so that it is not scored. Run it again.": (
        "运行期间参考标注有改动，因此不评分。请重新运行。"
    ),
    "Other prompts were given while this ran, so that it is not scored. Run it again.": (
        "运行期间给出了其他提示，因此不评分。请重新运行。"
    ),
}
"""By the English text."""
