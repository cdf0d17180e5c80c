"""Saved predictions, in Simplified Chinese."""

from typing import Final

SAVED_PREDICTIONS: Final = {
    "{name} is larger than {max_bytes} GiB.": "{name} 大于 {max_bytes} GiB。",
    "Save the labels as whole numbers.": "请将标签保存为整数。",
    "{name} is no array of NumPy, or is cut short.": "{name} 不是 NumPy 数组，或不完整。",
    "Save it as PNG.": "请保存为 PNG。",
    "It holds Python objects, which may run code when they are read. Save it again as an array of numbers.": (
        "它含有 Python 对象，读取时可能运行代码。请重新保存为数值数组。"
    ),
    "{name} holds the arrays {listed}.": "{name} 含有数组 {listed}。",
    "Say which holds the prediction, with array=NAME.": "请用 array=名称 说明哪个是预测。",
    "{name} is no array of numbers.": "{name} 不是数值数组。",
    "{name} holds more than {most_bytes} GiB.": "{name} 超过 {most_bytes} GiB。",
    "Save smaller parts of it.": "请分成较小的部分保存。",
    "Save it again with numpy.save.": "请用 numpy.save 重新保存。",
    'Write {"background": 0, "cell": 1} as its labels.': ('请写 {{"background": 0, "cell": 1}} 作为其标签。'),
    "{name} does not say which class each value is.": "{name} 没有说明每个值是哪个类别。",
    "Save it as GranView writes it; docs/guide/saved-predictions.md shows how.": (
        "请按 GranView 的写法保存；见 docs/guide/saved-predictions.md。"
    ),
    "{title} names the span {start} to {end}, beyond its text of {length} characters.": (
        "{title} 指定的片段 {start} 至 {end} 超出其 {length} 个字符的文本。"
    ),
    "{len} JSON files of {title}.": "{len} 个 {title} 的 JSON 文件。",
    "Save it for this text.": "请为此文本保存。",
    "The classes are those that were chosen.": "类别为所选的类别。",
    "{title} names the class {name}, which is not known.": "{title} 指定了类别 {name}，它未知。",
    "Name all with classes=….": "请用 classes=… 列出全部。",
    "The classes are those of {beside}.": "类别取自 {beside}。",
    "The classes are those that the files name, by letters.": "类别取自各文件，按字母排序。",
    "{root} holds no file.": "{root} 没有文件。",
    "Name the folder in which the predictions lie.": "请指定预测所在的文件夹。",
    "{path} holds the predictions of {len} lanes.": "{path} 含有 {len} 个模型的预测。",
    "Name one: {names}.": "请指定一个：{names}。",
    "Put it right, or take it away.": "请修正或移除它。",
    "{root} holds more than {most_files} files.": "{root} 含有超过 {most_files} 个文件。",
    "Name a folder with fewer.": "请指定文件较少的文件夹。",
    "Name the classes with classes=… or what values are with values=…, or put classes.json beside the masks.": (
        "请用 classes=… 列出类别，或用 values=… 说明值的含义，或将 classes.json 放在掩码旁边。"
    ),
    "{title} holds the {many} {listed}, which is none of its {len} classes.": (
        "{title} 含有{many} {listed}，不属于其 {len} 个类别。"
    ),
    "A value is the index of its class, {void} is void.": "值即其类别的索引，{void} 为忽略。",
    "Of the values, {listed}.": "其中的值：{listed}。",
    "Black is {names}, white is {names_2}.": "黑色为 {names}，白色为 {names_2}。",
    "'{name}' is none of the classes {join}.": "“{name}”不在类别 {join} 之列。",
    "Correct values=… .": "请更正 values=… 。",
    "{len} saved predictions may be that of {filename}: {listed}.": (
        "可能属于 {filename} 的保存的预测有 {len} 个：{listed}。"
    ),
    "Leave one, or lay them in folders as the samples are.": "请只保留一个，或按样本的文件夹放置。",
    "{count} of {count_2} objects have no outline, so that only the boxes of all are used.": (
        "{count_2} 个目标中有 {count} 个没有轮廓，因此全部只使用方框。"
    ),
    "{what} is of the class {number}, which is not known.": "{what} 的类别为 {number}，它未知。",
    "Name all classes with classes=…, or give the COCO file with coco=FILE.": (
        "请用 classes=… 列出全部，或用 coco=文件 给出 COCO 文件。"
    ),
    "Save it for this picture.": "请为此图像保存。",
    "{count} of {count_2} objects have no score: they count as sure (1).": (
        "{count_2} 个目标中有 {count} 个没有得分：视为确定（1）。"
    ),
    "It has no scores: all objects count as sure (1).": "它没有得分：全部目标视为确定（1）。",
    "The classes are those of the references, {name}.": "类别取自参考标注 {name}。",
    "Nothing names the classes: those of the references are taken in index order.": (
        "没有类别名称：按索引顺序取参考标注的类别。"
    ),
    "Nothing names the classes: they are called by number.": "没有类别名称：以编号代替。",
    "The classes are those that the files name.": "类别取自各文件。",
    "The files name the class {count}; without a list there are at most {max_classes}.": (
        "文件指定了类别 {count}；没有列表时至多有 {max_classes} 个。"
    ),
    "The saved prediction has the size of the picture as stored, so it was turned with it.": (
        "保存的预测的尺寸与图像存储时相同，因此随图像旋转。"
    ),
    "The picture is turned by its orientation tag; the saved prediction has none and is taken to lie as shown.": (
        "图像按方向标记旋转；保存的预测没有方向标记，视为按显示方向。"
    ),
    "{name} is a {format}, which does not keep exact values.": "{name} 是 {format}，不保留精确值。",
    "{name} has more than {most_rows} rows.": "{name} 超过 {most_rows} 行。",
    "{name} has no column {id_column}.": "{name} 没有列 {id_column}。",
    "{name} is no table that is read here.": "{name} 不是此处可读取的表格。",
    "Write CSV, TSV, JSONL or Parquet.": "请写 CSV、TSV、JSONL 或 Parquet。",
    "{title} is {size} x {size_2} px, its picture {filename} {width} x {height}.": (
        "{title} 为 {size} x {size_2} px，其图像 {filename} 为 {width} x {height}。"
    ),
    "Save predictions at the size of their pictures.": "请按图像的尺寸保存预测。",
    "{root} holds {title}, which say nothing for {task}.": ("{root} 含有{title}，它们与 {task} 无关。"),
    "They are for: {tasks}.": "它们用于：{tasks}。",
    "There is no format of saved predictions '{format}'.": "没有保存的预测的格式“{format}”。",
    "{root} does not hold {title}.": "{root} 不含{title}。",
    "Leave out format= to have it told from the files.": "请去掉 format=，由文件判断格式。",
    "{root} holds no saved predictions in a format that is read here.": ("{root} 没有此处可读取格式的保存的预测。"),
    "docs/guide/saved-predictions.md lists the formats.": ("docs/guide/saved-predictions.md 列出了各种格式。"),
    "Rows go by the column {id_column}.": "各行按列 {id_column} 对应。",
    "Rows go by their place in the table.": "各行按其在表格中的位置对应。",
    "Correct the table, or leave the sample out.": "请更正表格，或去掉该样本。",
    "The classes are those that the table names, by letters.": "类别取自表格，按字母排序。",
    "The answer stands more than once in its context; the first place is meant.": (
        "答案在其上下文中出现多次；取第一处。"
    ),
    "The table has no probabilities, only a class: calibration is not measured.": (
        "表格没有概率，只有类别：不测量校准。"
    ),
    "Save it again with save_to_disk.": "请用 save_to_disk 重新保存。",
    "{missing}{len} not there, so that rows are missing.": "{missing}{len} 个不存在，因此缺少一些行。",
    "{name} of {name_2} names splits whose folders are not there.": ("{name_2} 的 {name} 指定的划分没有文件夹。"),
    "{name} lacks its Arrow files, such as {names}.": "{name} 缺少其 Arrow 文件，例如 {names}。",
    "Copy it again.": "请重新复制。",
    "Write it as https://cocodataset.org/#format-results says.": (
        "请按 https://cocodataset.org/#format-results 的说明书写。"
    ),
    "COCO results with {outlines} in {what}.": "{what} 中含 {outlines} 的 COCO 结果。",
    "{what}: its bbox is not x, y, width and height.": "{what}：其 bbox 不是 x、y、宽和高。",
    "{what} has neither a box nor an outline.": "{what} 既没有方框也没有轮廓。",
    'Put {file_names} beside the masks: [{"name": "road", "color": [128, 64, 128]}, …].': (
        '请将 {file_names} 放在掩码旁边：[{{"name": "road", "color": [128, 64, 128]}}, …]。'
    ),
    "{len} masks of at most {n_colors} colours in those that were looked at.": (
        "{len} 个掩码，所查看的至多有 {n_colors} 种颜色。"
    ),
    "{filename}: the saved masks are in colour, and no class colours are known.": (
        "{filename}：保存的掩码是彩色的，而类别颜色未知。"
    ),
    "The colours are those of {beside}.": "颜色取自 {beside}。",
    "{title} holds grey values of more than 8 bits, which are no colours.": (
        "{title} 含有超过 8 位的灰度值，它们不是颜色。"
    ),
    "The saved masks are in colour, and the file beside them names no colours.": (
        "保存的掩码是彩色的，而旁边的文件没有颜色。"
    ),
    "Nothing beside them says whose colour is which: the references' colours are taken.": (
        "旁边没有说明哪种颜色对应什么：取参考标注的颜色。"
    ),
    "Sentences of tokens, whose last column is the predicted tag.": "由词元组成的句子，最后一列为预测的标签。",
    "Sentences go by their place in the file; types are those that the tags name.": (
        "句子按其在文件中的位置对应；类型取自标签。"
    ),
    "{title} has other tokens than {filename}.": "{title} 的词元与 {filename} 不同。",
    "Save the predictions of the same sentences, in the same order.": "请按相同的句子和顺序保存预测。",
    "Correct its tags.": "请更正其标签。",
    "{len} pictures of a number for each px.": "{len} 幅图像，每个像素一个数。",
    "The values are taken for {kinds}: kind=relative or kind=inverse says otherwise.": (
        "值视为 {kinds}：如不是，请用 kind=relative 或 kind=inverse 说明。"
    ),
    "{len} arrays of a number for each px.": "{len} 个数组，每个像素一个数。",
    "Save (height, width) of numbers.": "请保存 (height, width) 的数值。",
    "As chosen, the values are {kinds}.": "按所选，值为 {kinds}。",
    "By {name}, the values are {get}.": "按 {name}，值为 {get}。",
    "As set for the task, the values are {kinds}.": "按任务的设置，值为 {kinds}。",
    "{title} is in colour: those are no distances.": "{title} 是彩色的：那不是距离。",
    "Save the values themselves.": "请保存值本身。",
    "A log of samples of lm-evaluation-harness, with {what}.": ("lm-evaluation-harness 的样本日志，含 {what}。"),
    "The probability of a choice is the softmax of the choices' log-likelihoods.": (
        "选项的概率为各选项对数似然的 softmax。"
    ),
    "The text is filtered_resps, else resps.": "文本取 filtered_resps，否则取 resps。",
    "{len} index masks; the first that were looked at hold the values {shown}.": (
        "{len} 个索引掩码；首先查看的含有值 {shown}。"
    ),
    "{title} holds no indices of classes.": "{title} 不含类别索引。",
    "Save it as an index mask, as the others are.": "请与其他的一样保存为索引掩码。",
    "{len} label images; each value but 0 counts as an object.": ("{len} 幅标签图；除 0 以外每个值计为一个目标。"),
    "Each value is an object of the class {names}. They have no scores: all count as sure (1).": (
        "每个值是类别 {names} 的一个目标。它们没有得分：全部视为确定（1）。"
    ),
    "Px of a probability of {threshold} or more are {names}, others {names_2}.": (
        "概率不低于 {threshold} 的像素为 {names}，其余为 {names_2}。"
    ),
    "{len} arrays of {what}; the first is {shape}.": ("{len} 个 {what} 的数组；第一个为 {shape}。"),
    "{title} holds an array of the shape {shape}.": "{title} 的数组形状为 {shape}。",
    "Save (classes, height, width).": "请保存 (classes, height, width)。",
    "{name} is a pickle of Cellpose, which may run code when it is read, and is not opened.": (
        "{name} 是 Cellpose 的 pickle 文件，读取时可能运行代码，因此不打开。"
    ),
    "Save the masks from Cellpose as PNG or TIFF (*_cp_masks.png).": (
        "请从 Cellpose 将掩码保存为 PNG 或 TIFF（*_cp_masks.png）。"
    ),
    "{title} holds values from {min} to {max}, which are no probabilities.": (
        "{title} 的值为 {min} 至 {max}，不是概率。"
    ),
    "Save probabilities from 0 to 1, or a value for each class.": "请保存 0 至 1 的概率，或每个类别一个值。",
    "{title} holds values that are no numbers (NaN or infinite).": "{title} 含有非数值（NaN 或无穷大）。",
    "Save it again.": "请重新保存。",
    "{len} pictures, as a network would restore the samples'.": "{len} 幅图像，与网络对样本的复原相同。",
    "{name} is compressed with loss, which lowers its scores.": "{name} 为有损压缩，会降低其得分。",
    "Write one object, from the id of each question to its answer.": "请写一个对象，由每个问题的 id 对应其答案。",
    "An empty answer says that there is none.": "空答案表示没有答案。",
    "{len} answers by the ids of questions.": "{len} 个答案，按问题的 id 对应。",
    "The predictions are the column {column}.": "预测为列 {column}。",
    "A table with the columns {join}.": "含列 {join} 的表格。",
    "{name} has no column of predictions for {task}.": "{name} 没有 {task} 的预测列。",
    "Name it with column=; its columns: {join}.": "请用 column= 指定；其列：{join}。",
    "A line is: class x y w h, or class x1 y1 x2 y2 x3 y3 …, and a score where there is one.": (
        "每行为：class x y w h，或 class x1 y1 x2 y2 x3 y3 …，如有得分则写在末尾。"
    ),
    "{len} texts of {what} as YOLO writes them.": "{len} 个 YOLO 格式的{what}文本。",
    "{what} is no object: {line}.": "{what} 不是目标：{line}。",
}
"""By the English text."""
