"""Folders of data sets and how they are laid out, in Simplified Chinese."""

from typing import Final

DATA_SETS: Final = {
    "It should hold class names only.": "它应只含类别名称。",
    "Write it as https://cocodataset.org/#format-data says, or export it again.": (
        "请按 https://cocodataset.org/#format-data 的说明书写，或重新导出。"
    ),
    "{name} lists a picture twice, by name or id.": "{name} 将一幅图像列出两次（按名称或 id）。",
    "{name} declares a category twice, or too many.": "{name} 重复声明了类别，或类别过多。",
    "{name} declares a colour that is none.": "{name} 声明的颜色无效。",
    "{name}: {many} left out, of pictures that it does not list, such as {example}.": (
        "{name}：{many}不使用，因为没有列出其图像，例如 {example}。"
    ),
    "Give the file that is about this picture.": "请给出与此图像对应的文件。",
    "{name}: {entry} is of the category {category}, which is not declared.": (
        "{name}：{entry} 的类别为 {category}，而它没有声明。"
    ),
    "Declare it in categories.": "请在 categories 中声明它。",
    "{name} holds captions or the like, which no task here compares with.": (
        "{name} 含有图像说明之类的内容，此处没有任务与之比较。"
    ),
    "No file in annotations lists them, so they are of no split.": (
        "annotations 中没有文件列出它们，因此它们不属于任何划分。"
    ),
    "{name} lists pictures and has no annotations.": "{name} 列出了图像，但没有标注。",
    "{name} marks key points, which no task here compares with.": ("{name} 标注的是关键点，此处没有任务与之比较。"),
    "No folder here has the pictures that they are about.": "此处没有含有这些图像的文件夹。",
    "{name} is taken for its split.": "其划分取自 {name}。",
    "Write a list of names in index order.": "请按索引顺序写出名称列表。",
    "'{column}' counts classes from 1; their names are from {name}.": (
        "“{column}”的类别从 1 开始计数；名称取自 {name}。"
    ),
    "Write a token per line with its tag last, such as 'Bonn B-LOC', and an empty line between sentences.": (
        "请每行写一个词元，标签在末尾，例如“Bonn B-LOC”，句子之间空一行。"
    ),
    "{name} holds no sentences.": "{name} 不含句子。",
    "{name} was read as {scheme}, by its tags.": "按其标签，{name} 以 {scheme} 读取。",
    "Write ten columns, separated by tabs, and an empty line between sentences.": (
        "请写十列，以制表符分隔，句子之间空一行。"
    ),
    "{name}: {counted} read as the words of which they are made.": ("{name}：{counted}按构成它们的词读取。"),
    "{name}: {counted} left out: they stand for no word of the text.": (
        "{name}：{counted}不使用：它们不对应文本中的词。"
    ),
    "If it holds the names, say so: --header yes, or where its columns are chosen in the window.": (
        "如果它含有列名，请说明：--header yes，或在窗口中选择列之处。"
    ),
    "{name} holds no rows.": "{name} 没有行。",
    "Check that it is a table of comma- or tab-separated cells.": "请检查它是否为以逗号或制表符分隔的表格。",
    "{name}: no row of names was found, so its first row is taken as content like the others.": (
        "{name}：没有找到列名行，因此第一行与其他行一样作为内容。"
    ),
    "{name} is read as one column of lines: {words}.": "{name} 按单列逐行读取：{words}。",
    "{name} has {len} further columns; the first {max_columns} are kept beside its samples.": (
        "{name} 还有 {len} 列；前 {max_columns} 列与样本一同保留。"
    ),
    "Write a list of objects, or one object per line (JSONL).": "请写对象列表，或每行一个对象（JSONL）。",
    "{name} is larger than {max_json_bytes} MiB, too large to be read whole.": (
        "{name} 大于 {max_json_bytes} MiB，过大而无法整体读取。"
    ),
    "Write one object per line (JSONL), which is read piece by piece.": ("请每行写一个对象（JSONL），这样可逐段读取。"),
    "{name} holds no records.": "{name} 没有记录。",
    "Nothing was submitted for {counted}, which have no reference.": ("{counted}没有提交任何内容，因此没有参考标注。"),
    "Of {many} with several annotations the first that was not cancelled is read.": (
        "{many}有多个标注，读取第一个未取消的。"
    ),
    "Marks of other sorts are left alone: {listed}.": "其他种类的标记不使用：{listed}。",
    "{name} is damaged in {places}, shown as �.": "{name} 有 {places}损坏，显示为 �。",
    "Copy or save it again.": "请重新复制或保存。",
    "{name} is no {kind} file, or damaged: {reason}.": ("{name} 不是 {kind} 文件，或已损坏：{reason}。"),
    "{name}: what is packed into {join} is no text, and is left out.": (
        "{name}：{join} 中打包的内容不是文本，不使用。"
    ),
    "Tasks of pictures read pictures in rows.": "图像任务读取各行中的图像。",
    "{name} is one text, not a data set.": "{name} 是一篇文本，不是数据集。",
    "It needs no columns.": "它不需要列。",
    "Name the column of the text 'text', or choose it when you add the file.": (
        "请将文本列命名为“text”，或在添加文件时选择。"
    ),
    "{name} has no column '{unknown}'.": "{name} 没有列“{unknown}”。",
    "Its columns: {names}.": "其列：{names}。",
    "{name}: only its first {records} records are taken, the limit for one file.": (
        "{name}：只取前 {records} 条记录，这是单个文件的上限。"
    ),
    "Split it to take others.": "如需其余部分，请拆分它。",
    "{name} has no column that is a text: {listed}.": "{name} 没有文本列：{listed}。",
    "{name}: {more} more {unit} with problems like these.": ("{name}：另有 {more} {unit}有类似问题。"),
    "{name} holds no record that can be used.": "{name} 没有可用的记录。",
    "Check its content.": "请检查其内容。",
    "{words}{n} of {n_inputs} {noun} are taken, the {named}.": (
        "{words}取 {n_inputs} 个{noun}中的 {n} 个，即{named}。"
    ),
    "{words}{n_inputs} {noun} are taken.": "{words}取 {n_inputs} 个{noun}。",
    "{name}, read as {title}, has no {what} '{missing}'.": ("{name} 以 {title} 读取，没有 {what}“{missing}”。"),
    "{title} has no split of that name.": "{title} 没有该名称的划分。",
    "Take ADEChallengeData2016, whose masks have 150 classes, or export the masks with a class per value.": (
        "请使用 ADEChallengeData2016（其掩码有 150 个类别），或以每个类别一个值导出掩码。"
    ),
    "{many} several parts; such are read from the first part to the last.": (
        "{many}有多个部分；从第一部分读到最后一部分。"
    ),
    "In {name} several entities are called {names}{others}; all are read: number each once.": (
        "{name} 中有多个实体名为 {names}{others}；全部读取：请使编号唯一。"
    ),
    "{first}ntities alone are read.": "{first}只读取实体。",
    "No text beside them has their name.": "旁边没有与它们同名的文本。",
    "The masks of the split test hold no class: Cityscapes keeps its ground truth to itself.": (
        "test 划分的掩码没有类别：Cityscapes 不公开其真实标注。"
    ),
    "{title} has no such files in {name}.": "{title} 在 {name} 中没有此类文件。",
    "{pictures} has no pictures of these names.": "{pictures} 没有这些名称的图像。",
    "Move them to a folder of their own.": "请移到单独的文件夹。",
    "{name} names {many} not in {name_2}: {some}.": ("{name} 列出的{many}不在 {name_2} 中：{some}。"),
    "{name} has no entry for {many} of {name_2}: {some}.": ("{name} 没有 {name_2} 中{many}的条目：{some}。"),
    "What has no entry is not scored.": "没有条目的不评分。",
    "Export again from CVAT with Save images, or put them there.": (
        "请从 CVAT 连同图像（Save images）重新导出，或将图像放入其中。"
    ),
    "{n} small {n_2} no large picture.": "{n} 幅小图像{n_2}没有大图像。",
    "Its pictures are read by tasks of pictures; write sounds and films as texts in a table.": (
        "图像由图像任务读取；声音和影片请以文本写入表格。"
    ),
    "{name} is a Hugging Face data set without texts: what {packed} hold is no text.": (
        "{name} 是没有文本的 Hugging Face 数据集：{packed} 的内容不是文本。"
    ),
    "What is packed into {packed} is no text; tasks of pictures read pictures in rows.": (
        "{packed} 中打包的不是文本；图像任务读取各行中的图像。"
    ),
    "No Arrow file of {name} can be read, such as {name_2}: it is damaged.": (
        "{name} 的 Arrow 文件都无法读取，例如 {name_2}：已损坏。"
    ),
    "Copy it again, or save it again with save_to_disk.": "请重新复制，或用 save_to_disk 重新保存。",
    "Put them into the folder of their class.": "请放入其类别的文件夹。",
    "{name} has no pictures of {len} of the {len_2} classes: {listed}.": (
        "{name} 的 {len_2} 个类别中有 {len} 个没有图像：{listed}。"
    ),
    "No picture beside them has their name.": "旁边没有与它们同名的图像。",
    "To compare with them, put them elsewhere.": "如要与它们比较，请放到别处。",
    "Whether 0 in the masks is the first class or void (reduce_zero_label) is not said by the folders: see "
    "what the values of masks mean.": (
        "文件夹没有说明掩码中的 0 是第一个类别还是忽略（reduce_zero_label）：请查看掩码值的含义。"
    ),
    "{pictures} has no folder {name}.": "{pictures} 没有文件夹 {name}。",
    "Put them there, as JPEG or PNG files.": "请以 JPEG 或 PNG 文件放入其中。",
    "They mark key points, which no task here compares with.": "它们标注的是关键点，此处没有任务与之比较。",
    "{evidence} names {join}, which is not there.": "{evidence} 指定了 {join}，但它不存在。",
    "{name} names no picture: {join} holds none.": "{name} 没有指定图像：{join} 中没有。",
    "Put the folders that it names beside it, or correct its path.": "请将它指定的文件夹放在旁边，或更正其路径。",
    "{without} {without_2} no file of labels and no reference.": (
        "{without} {without_2}没有标签文件，也没有参考标注。"
    ),
    "No picture has their name.": "没有与它们同名的图像。",
    "{evidence} names {join} for {name}, which is not there.": ("{evidence} 为 {name} 指定了 {join}，但它不存在。"),
    "'{name}' is no input and not called as a reference is.": "“{name}”不是输入，其名称也不是参考标注的名称。",
    "What '{name}' holds{held} is not read from rows.": "“{name}”的内容{held}不从行中读取。",
    "Kept beside its samples as columns of the data: {shown}{more}; a slice asks for data.{kept}.": (
        "作为数据列与样本一同保留：{shown}{more}；切片用 data.{kept} 查询。"
    ),
    "Give its columns the names that those of the others have.": "请给其列取与其他文件相同的列名。",
    "The pictures are those of the column '{picture}'.": "图像取自列“{picture}”。",
    "Save the data set again.": "请重新保存数据集。",
    "{where}: '{column}' holds no picture.": "{where}：“{column}”不含图像。",
    "Leave the row out.": "请去掉该行。",
    "{where}: '{column}' holds no bytes, and the file that it names is not there: {named}.": (
        "{where}：“{column}”不含字节，它指定的文件也不存在：{named}。"
    ),
    "Save the data set with its pictures inside, or put them beside it.": "请将图像一起保存在数据集中，或放在旁边。",
    "{name} has no row {row}: it holds fewer, or is cut short.": ("{name} 没有第 {row} 行：行数不足，或文件不完整。"),
    "{where}: the file is damaged there ({first_line}).": ("{where}：文件在此处损坏（{first_line}）。"),
    "'{picture}' holds no picture in {rows} of {name}.": ("{name} 的 {rows} 中，“{picture}”不含图像。"),
    "'{classes}' names no class in {rows} of {name}, so none is compared.": (
        "{name} 的 {rows} 中，“{classes}”没有类别，因此不作比较。"
    ),
    "{name} is damaged or cut short, and {so_far}: {rstrip}.": ("{name} 已损坏或不完整，{so_far}：{rstrip}。"),
    "'{column}' is empty in {rows} of {name}, which have no such reference.": (
        "{name} 的 {rows} 中，“{column}”为空，因此没有该参考标注。"
    ),
    "{name} holds no pictures that can be read.": "{name} 没有可读取的图像。",
    "{reason}, so nothing is read there.": "{reason}，因此那里没有读取任何内容。",
    "Leave such rows out.": "请去掉这些行。",
    "{name}: {rows} say too much to be a record.": "{name}：{rows} 的内容过多，不能作为一条记录。",
    "Shorten what they hold.": "请缩短其内容。",
    "{name}: only its first {max_records} rows are taken, the limit for one file.": (
        "{name}：只取前 {max_records} 行，这是单个文件的上限。"
    ),
    "What has no reference is not scored.": "没有参考标注的不评分。",
    "Nothing says which classes the masks hold: put classes.txt into {name}, with one name per line, the "
    "background first.": ("没有说明掩码含哪些类别：请将 classes.txt 放入 {name}，每行一个名称，背景在最前。"),
    "{folder} should hold {title} only.": "{folder} 应只含{title}。",
    "{rest} {many} in no list, so no split holds them.": ("{rest} {many}不在任何列表中，因此不属于任何划分。"),
    "{name}/{name_2} is empty, so it is no split.": "{name}/{name_2} 是空的，因此不是划分。",
    "There are no lists of splits ({lists}), so all pictures are taken.": ("没有划分列表（{lists}），因此取全部图像。"),
    "Write names: [cat, dog], and val: images/val.": ("请写 names: [cat, dog] 和 val: images/val。"),
    "{name} says nc: {n_classes}, but names {n} {n_2}: the names count, and objects of other classes are left "
    "out. Correct nc or names.": (
        "{name} 写明 nc: {n_classes}，但列出 {n} {n_2}：以名称为准，其他类别的目标不使用。请更正 nc 或 names。"
    ),
    "{name}: {split} is neither a folder nor a list of these.": ("{name}：{split} 既不是文件夹，也不是文件夹列表。"),
    "{name}: names are neither a list nor named by number.": ("{name}：names 既不是列表，也不是按编号命名。"),
    "{name}: the name of class {odd} is a list, not a word.": "{name}：类别 {odd} 的名称是列表，不是词。",
    "{name} names more than {max_classes} classes.": "{name} 列出超过 {max_classes} 个类别。",
    "{name} is no YAML: see {line}{place}.": "{name} 不是 YAML：见 {line}{place}。",
    "So it is no split.": "因此它不是划分。",
    "{n} picture has no masks.": "{n} 幅图像没有掩码。",
    "{n} pictures have no masks.": "{n} 幅图像没有掩码。",
    "{n} small picture has no large picture.": "{n} 幅小图像没有对应的大图像。",
    "{n} small pictures have no large picture.": "{n} 幅小图像没有对应的大图像。",
    "{n} entity has several parts; such are read from the first part to the last.": (
        "{n} 个实体有多个部分；从第一部分读到最后一部分。"
    ),
    "{n} entities have several parts; such are read from the first part to the last.": (
        "{n} 个实体有多个部分；从第一部分读到最后一部分。"
    ),
    "{name}: {n} annotation is left out, of pictures that it does not list, such as {example}.": (
        "{name}：{n} 个标注不使用，因为没有列出其图像，例如 {example}。"
    ),
    "{name}: {n} annotations are left out, of pictures that it does not list, such as {example}.": (
        "{name}：{n} 个标注不使用，因为没有列出其图像，例如 {example}。"
    ),
    "{n} picture stands in no list, so no split holds them.": "{n} 幅图像不在任何列表中，因此不属于任何划分。",
    "{n} pictures stand in no list, so no split holds them.": "{n} 幅图像不在任何列表中，因此不属于任何划分。",
    "{name} has no entry for {name_2}.": "{name} 没有 {name_2} 的条目。",
    "{name} has entries for {n} pictures.": "{name} 有 {n} 幅图像的条目。",
}
"""By the English text."""
