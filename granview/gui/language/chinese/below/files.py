"""Texts, tables and other files that are opened, in Simplified Chinese."""

from typing import Final

FILES: Final = {
    "{name} has an entity that is not written as brat does: {line}.": (
        "{name} 有一个实体的写法不是 brat 格式：{line}。"
    ),
    "{name} does not fit its text: {line}.": "{name} 与其文本不符：{line}。",
    "Unpack labelIds too, or make them from the polygons with cityscapesScripts.": (
        "请也解压 labelIds，或用 cityscapesScripts 由多边形生成。"
    ),
    "Split it.": "请拆分它。",
    "Copy the file again, or export it again.": "请重新复制或重新导出文件。",
    "{name} has changed while it was read.": "{name} 在读取期间发生了变化。",
    "No column of a data set can be '{unknown}'.": "数据集的列不能是“{unknown}”。",
    "It can be: {join}.": "可以是：{join}。",
    "It is not said which column is the {nameless}.": "没有说明哪一列是 {nameless}。",
    "Name it, such as text=review.": "请指定，例如 text=review。",
    "The columns that were chosen hold no text.": "所选的列不含文本。",
    "All that count have to be named, the text too, such as text=review label=mood, or file=image.": (
        "需指定所有用到的列，包括文本，例如 text=review label=mood，或 file=image。"
    ),
    "{name} has more than {max_columns} columns.": "{name} 的列数超过 {max_columns}。",
    "Check how it is separated.": "请检查其分隔方式。",
    "Call each reference as one input alone, or put both into folders of the same names.": (
        "请让每个参考标注只与一个输入同名，或将两者放入同名文件夹。"
    ),
    "{place} may be the reference of {claims}, so none of these has it.": (
        "{place} 可能是 {claims} 的参考标注，因此它们都不使用它。"
    ),
    "{len} references may each be that of several inputs, so none of these has them: {listed}{more}.": (
        "{len} 个参考标注可能各属于多个输入，因此都不使用：{listed}{more}。"
    ),
    "{filename} is no picture.": "{filename} 不是图像。",
    "Give saved predictions of pictures pictures.": "请将图像的预测用于图像。",
    "{filename} is no text.": "{filename} 不是文本。",
    "Give saved predictions of texts texts.": "请将文本的预测用于文本。",
    "{name} is not a text that is read here: it holds {held}.": ("{name} 不是此处可读取的文本：其内容是 {held}。"),
    "{name} is damaged in {bad} place{bad_2}, shown as �.": "{name} 有 {bad} 处损坏，显示为 �。",
    "{name} holds lone surrogates, which are no characters; they are kept.": (
        "{name} 含有孤立的代理项，它们不是字符；予以保留。"
    ),
    "{len} {many} no input: {listed}.": "{len} 个{many}没有对应的输入：{listed}。",
    "They are no {plurals}, and no references that are read.": "它们不是{plurals}，也不是可读取的参考标注。",
    "Each of its entries needs a 'file'.": "其每一项都需要“file”。",
    "{path} names {name}, which is outside its folder.": "{path} 指定了 {name}，在其文件夹之外。",
    "Name files inside the folder.": "请指定文件夹内的文件。",
    "{path} is larger than {max_bytes} MiB, too large for what it should hold.": (
        "{path} 大于 {max_bytes} MiB，对其应含的内容而言过大。"
    ),
    "{name} is {what} that is read here: it holds {held}.": ("{name} 是{what}，此处可读取的是：它含有 {held}。"),
    "Leave one of them there.": "请只保留其中之一。",
    "{title} has no folder of that name.": "{title} 没有该名称的文件夹。",
    "{title} says nothing of such files.": "{title} 没有说明此类文件。",
    "Download or save the model again.": "请重新下载或保存模型。",
    "{folder} holds no {config}.": "{folder} 没有 {config}。",
    "Give the folder of a model, as its library saved it.": "请给出由模型的库保存的模型文件夹。",
    "{path} is a file, not a model's folder.": "{path} 是文件，不是模型文件夹。",
    "Give the folder that holds {config}, or a file that is a model by itself ({endings}).": (
        "请给出含 {config} 的文件夹，或本身即为模型的文件（{endings}）。"
    ),
    "{name} holds nothing that is read as a reference ({join}).": ("{name} 没有可作为参考标注读取的内容（{join}）。"),
    "Texts of boxes are read as YOLO lays them out: labels beside images.": (
        "方框的文本按 YOLO 的布局读取：labels 在 images 旁边。"
    ),
    "The grey values of the pictures are all one from {text}.": "图像的灰度值全部等于 {text}。",
    "Give two numbers.": "请给出两个数。",
    "'{text}' is no range of brightness.": "“{text}”不是亮度范围。",
    "Write full, two numbers such as 0,4095, or percentiles: 1%,99%.": (
        "请写 full、两个数（例如 0,4095）或百分位数：1%,99%。"
    ),
    "{name}: {title} and {title_2} are both {truth}, so one can be taken.": (
        "{name}：{title} 和 {title_2} 都是 {truth}，只能取其一。"
    ),
    "Choose {name} or {name_2}.": "请选择 {name} 或 {name_2}。",
    "{name} has no entry for {name_2}.": "{name} 没有 {name_2} 的条目。",
    "Give the file that is about this one.": "请给出与此对应的文件。",
    "{name} holds nothing that is read here.": "{name} 没有此处可读取的内容。",
    "{many} no entry in {files}: {listed}.": "{files} 中{many}没有条目：{listed}。",
    "{name} is about none of the inputs: it names {listed}.": ("{name} 与任何输入都无关：它列出 {listed}。"),
    "Write the folder into its name, or name one of these alone.": "请在其名称中写明文件夹，或只列出其中之一。",
    "Give the pictures that it is about.": "请给出它所涉及的图像。",
    "{name} names {many} not given here: {listed}.": "{name} 列出的{many}未在此给出：{listed}。",
    "The reference {path} is in the format '{format}', which is not known here.": (
        "参考标注 {path} 的格式为“{format}”，此处不认识。"
    ),
    "Install the plug-in, or the newer GranView, that it was added with.": ("请安装添加它的插件或更新的 GranView。"),
    "Give the file itself.": "请给出文件本身。",
    "Rename it.": "请重命名它。",
    "Check the disk or the connection to it.": "请检查磁盘或其连接。",
    "{name} is not there.": "{name} 不存在。",
    "{name} has a name that is no valid text, or lies in such a folder.": (
        "{name} 的名称不是有效文本，或其所在文件夹如此。"
    ),
    "{name} is a link to a file that is not there.": "{name} 是指向不存在的文件的链接。",
    "Restore the file, or remove the link.": "请恢复文件，或删除链接。",
    "{name} has several references, so none is used: {listed}.": ("{name} 有多个参考标注，因此都不使用：{listed}。"),
    "Keep one.": "请只保留一个。",
    "Beside {name} and {name_2}, these folders are passed over: {join}.": (
        "除 {name} 和 {name_2} 之外，以下文件夹已略过：{join}。"
    ),
    "Give those folders themselves to read them too.": "如要读取，请直接给出这些文件夹。",
    "{title} lists {len} {many} not in {place}: {listed}.": (
        "{title} 列出的 {len} 个{many}不在 {place} 中：{listed}。"
    ),
    "It should hold names only.": "它应只含名称。",
    "Split it into shorter texts, for instance one per line of a .jsonl file.": (
        "请拆分成较短的文本，例如 .jsonl 文件的每行一篇。"
    ),
    "{name} has {size} MB, more than the limit of {max_text_bytes} MB for a text.": (
        "{name} 为 {size} MB，超过一篇文本 {max_text_bytes} MB 的上限。"
    ),
    "{name} has {size} MB of text. At most {max_chars} characters are taken.": (
        "{name} 有 {size} MB 文本。至多取 {max_chars} 个字符。"
    ),
    "{name}: {many} read from the first part to the last.": "{name}：{many}从第一部分读到最后一部分。",
    "{name}: several entities are called {doubled}, and all are read: number each once.": (
        "{name}：多个实体名为 {doubled}，全部读取：请使编号唯一。"
    ),
    "{name}: {listed} left alone: entities alone are read.": "{name}：{listed}不使用：只读取实体。",
    "{name} is too large for a table of references: more than {max_records} records, or {max_text_bytes} "
    "million characters.": ("{name} 作为参考标注表格过大：超过 {max_records} 条记录，或 {max_text_bytes} 百万字符。"),
    "It should hold one picture's objects.": "它应含一幅图像的目标。",
    "{n} row matches no picture in {name}: {listed}.": ("{name} 中有 {n} 行没有对应的图像：{listed}。"),
    "{n} rows match no picture in {name}: {listed}.": ("{name} 中有 {n} 行没有对应的图像：{listed}。"),
    "{n} reference matches no input: {listed}.": "{n} 个参考标注没有对应的输入：{listed}。",
    "{n} references match no input: {listed}.": "{n} 个参考标注没有对应的输入：{listed}。",
    "{n} saved prediction matches no input: {listed}.": "{n} 个保存的预测没有对应的输入：{listed}。",
    "{n} saved predictions match no input: {listed}.": "{n} 个保存的预测没有对应的输入：{listed}。",
    "{n} picture has no entry in {files}: {listed}.": ("{n} 幅图像在 {files} 中没有条目：{listed}。"),
    "{n} pictures have no entry in {files}: {listed}.": ("{n} 幅图像在 {files} 中没有条目：{listed}。"),
    "{name} is damaged in {bad} place, shown as �.": "{name} 有 {bad} 处损坏，显示为 �。",
    "{name} is damaged in {bad} places, shown as �.": "{name} 有 {bad} 处损坏，显示为 �。",
    "{name} is a link that leads back to itself.": "{name} 是指回自身的链接。",
    "{name} has a name that is too long for this system.": "{name} 的名称对此系统而言过长。",
    "{name} is a folder, not a file.": "{name} 是文件夹，不是文件。",
    "{name} is a pipe, not a file.": "{name} 是管道，不是文件。",
    "{name} is a socket, not a file.": "{name} 是套接字，不是文件。",
    "{name} is a device, not a file.": "{name} 是设备，不是文件。",
    "{name} may not be read: permission is denied.": "{name} 不可读取：没有权限。",
    "{name} is no reference in a format that is read.": "{name} 不是可读取格式的参考标注。",
    "{name} is no reference: its format changes values.": "{name} 不能作为参考标注：其格式会改变值。",
}
"""By the English text."""
