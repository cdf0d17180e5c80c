"""Reports, tables and pages, in Simplified Chinese."""

from typing import Final

EXPORTS: Final = {
    "Move it elsewhere, or choose another folder.": "请移到别处，或选择其他文件夹。",
    "{folder} is not a folder, and files are to go into it.": "{folder} 不是文件夹，而文件要写入其中。",
    "{folder} is a folder, and a file is to go there.": "{folder} 是文件夹，而那里要写入文件。",
    "Lanes: {join}.": "模型：{join}。",
    "{name} has no known format.": "{name} 没有已知的格式。",
    "Name it {join}.": "请命名为 {join}。",
    "Close what uses these files, then try again.": "请关闭正在使用这些文件的程序，然后重试。",
    "Another GranView is writing into {path}.": "另一个 GranView 正在写入 {path}。",
    "Wait for it, or choose another folder.": "请等待，或选择其他文件夹。",
    "{path} holds files that no session there has written: {listed}.": (
        "{path} 含有不是由那里的会话写入的文件：{listed}。"
    ),
    "{filename} is not a folder.": "{filename} 不是文件夹。",
    "Name a folder, or one that can be made.": "请指定文件夹，或可以新建的文件夹。",
    "Choose a folder that can be made, and in which you may write.": "请选择可以新建且有写入权限的文件夹。",
    "Not run.": "未运行。",
    "The session holds no such prediction.": "会话没有此预测。",
    "Predictions of the type '{name}' are not drawn over pictures.": "类型为“{name}”的预测不绘制在图像上。",
    "No entity is said, and none is known.": "没有给出实体，也没有已知的实体。",
    "Cut off: it reached the limit on new tokens.": "已截断：达到新词元数的上限。",
    "The model wrote nothing.": "模型没有写出任何内容。",
    "These texts are too long to be compared word by word.": "这些文本过长，无法逐词比较。",
    "{target} cannot be replaced: {strerror}. The new one is {path}.": (
        "{target} 无法替换：{strerror}。新文件为 {path}。"
    ),
    "{path}, of an earlier run, cannot be removed: {strerror}.": ("先前运行的 {path} 无法删除：{strerror}。"),
    "There is no report in '{language}'.": "没有语言为“{language}”的报告。",
    "Languages: {join}.": "语言：{join}。",
    "Predictions of the type '{name}' are not shown beside texts.": "类型为“{name}”的预测不显示在文本旁边。",
    "The lane '{lane}' is left out: no task '{task}' is known here. Install the plug-in or the version of "
    "GranView that brings it.": ("模型“{lane}”不使用：此处没有任务“{task}”。请安装带来它的插件或 GranView 版本。"),
    "No font on this machine has {characters}. Install {fonts}.": ("本机没有字体含有 {characters}。请安装 {fonts}。"),
    "{name} has no known format of reports.": "{name} 没有已知的报告格式。",
    "Samples of the kind '{kind}' are not shown in reports.": "类型为“{kind}”的样本不在报告中显示。",
    "{folder} holds files that no comparison has written: {join}.": ("{folder} 含有不是由比较写入的文件：{join}。"),
    "Choose another folder, or say that its files may be overwritten (--overwrite, in Python overwrite=True).": (
        "请选择其他文件夹，或说明其中的文件可以覆盖（--overwrite，Python：overwrite=True）。"
    ),
    "{folder} cannot be made: {strerror}.": "无法建立 {folder}：{strerror}。",
    "{name} has no known format of tables.": "{name} 没有已知的表格格式。",
    "The .html file of the page has the same content.": "页面的 .html 文件内容相同。",
    "Qt, which draws pages of texts, did not start: {failure}.": ("绘制文本页面的 Qt 没有启动：{failure}。"),
    "The process that draws pages ended: {bury}.": "绘制页面的进程已结束：{bury}。",
    "{filename} is shorter now than when this ran.": "{filename} 现在比运行时短。",
    "There are no tokens.": "没有词元。",
    "Pillow was built without FreeType, so that it has no scalable font.": (
        "Pillow 构建时没有 FreeType，因此没有可缩放字体。"
    ),
    "There are no buckets '{name}' of {lower}.": "{lower}没有分段方式“{name}”。",
    "'{text}' are no edges of buckets.": "“{text}”不是区段的边界。",
    "Give increasing numbers, such as 0,8,32.": "请给出递增的数，例如 0,8,32。",
    "Nothing is measured by '{name}' here.": "此处没有以“{name}”测量的内容。",
    "'{word}' is no price of an hour.": "“{word}”不是每小时的价格。",
    "Give a number above 0, or cpu=0.1 and cuda=2.5.": ("请给出大于 0 的数，或 cpu=0.1 和 cuda=2.5。"),
    "There is none.": "没有。",
    "There is no metric '{unknown}' to set a margin of.": "没有可设界值的指标“{unknown}”。",
    "'{text}' sets no margin.": "“{text}”没有设定界值。",
    "Write --margin 0.01, or --margin METRIC=0.01.": ("请写 --margin 0.01，或 --margin 指标=0.01。"),
    "There are two margins of {name}.": "{name} 有两个界值。",
    "Leave one out.": "请去掉其中之一。",
    "'{name}' has no numbers.": "“{name}”没有数值。",
    "Ask for some of: {join}.": "请查询其中一些：{join}。",
    "Ask for a number, or a range such as {name}<8.": "请查询一个数，或范围，例如 {name}<8。",
    "'{name}' has numbers only.": "“{name}”只有数值。",
    "There is no column '{name}' of units.": "没有单元的列“{name}”。",
    "There are no units.": "没有单元。",
    "'{lane}' is no variant of another lane.": "“{lane}”不是另一个模型的变体。",
    "Variants: {join}.": "变体：{join}。",
    "The new one is {path}.": "新文件为 {path}。",
    "The picture has another size now than when this ran. Run it again.": "图像现在的尺寸与运行时不同。请重新运行。",
    "The first of {len} texts that are right.": "{len} 篇正确文本中的第一篇。",
    "No sample succeeded.": "没有样本成功。",
    "Not all results could be recorded.": "并非所有结果都能记录。",
    "No lane of one task is in both sessions: A has {sides}, B has {sides_2}.": (
        "没有同一任务的模型同时在两个会话中：A 有 {sides}，B 有 {sides_2}。"
    ),
    "Say which lanes are to be compared: --lane OF_A=OF_B.": ("请指定要比较的模型：--lane A中的名称=B中的名称。"),
    "No sample is in both sessions with the same content and reference: A has {len}, B {len_2}, and of those "
    "in both {len_3} have another content and {len_4} another reference.": (
        "没有内容和参考标注都相同的样本同时在两个会话中：A 有 {len} 个，B 有 {len_2} 个，其中两者共有的有 {len_3} "
        "个内容不同，{len_4} 个参考标注不同。"
    ),
    "Run both over the same files.": "请在相同的文件上运行两者。",
    "No lane here has a metric '{unknown}' of which higher or lower is better.": (
        "此处没有模型具有可判断高低优劣的指标“{unknown}”。"
    ),
    "Name two lanes of one task.": "请指定同一任务的两个模型。",
    "The {which} session has no lane '{name}'.": "会话 {which} 没有模型“{name}”。",
    "A slice is saved under a name.": "切片需以名称保存。",
    "Give it one.": "请给它取名。",
    "Tables: {join}, {all}.": "表格：{join}、{all}。",
    "This session has no table '{lacking}': {title}.": "此会话没有表格“{lacking}”：{title}。",
    "No task has the column '{lacking}'.": "没有任务具有列“{lacking}”。",
    "There is no {column} '{unknown}' here.": "此处没有{column}“{unknown}”。",
    "A column of the data set.": "数据集的一列。",
    "Characters {start} to {end} of {size}; the rest is not shown.": (
        "显示 {size} 个字符中的第 {start} 至 {end} 个；其余不显示。"
    ),
    "Tried on {n} input{n_2}.": "用 {n} 个输入测试。",
    "Tried on {n} input.": "用 {n} 个输入测试。",
    "Tried on {n} inputs.": "用 {n} 个输入测试。",
    "'{name}' does {task}, and '{name_2}' {task_2}: they cannot be compared.": (
        "“{name}”的任务是 {task}，“{name_2}”的是 {task_2}：无法比较。"
    ),
}
"""By the English text."""
