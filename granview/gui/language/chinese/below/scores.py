"""Scores, and what they rest on, in Simplified Chinese."""

from typing import Final

SCORES: Final = {
    "The statistic '{name}' is no number (NaN or infinite).": "统计量“{name}”不是数值（NaN 或无穷大）。",
    "Say which belong together: Match classes… in the window, --class-map MODEL=REFERENCE on the command "
    "line{example}, class_edits in Python.": (
        "请指定对应关系：窗口中的“匹配类别…”，命令行的 --class-map 模型=参考标注{example}，或 Python 的 class_edits。"
    ),
    "It counts as missed.": "计为遗漏。",
    "They count as missed.": "均计为遗漏。",
    "The depth map is {width} x {height} px and its reference {columns} x {rows} px: they are not compared.": (
        "深度图为 {width} x {height} px，参考标注为 {columns} x {rows} px：不作比较。"
    ),
    "Where it says near, the reference says far: it was aligned by a negative scale.": (
        "它判断为近之处，参考标注为远：已以负的缩放对齐。"
    ),
    "It says one and the same of all px whose distance is known, and cannot be aligned.": (
        "它对所有已知距离的像素给出同一个值，无法对齐。"
    ),
    "No distance of the reference is known and at most {cap_m} m: {nothing_scored}.": (
        "参考标注没有已知且不超过 {cap_m} m 的距离：{nothing_scored}。"
    ),
    "The text has {len} masks, the reference {len_2} targets; not scored.": (
        "文本有 {len} 个掩码，参考标注有 {len_2} 个目标词；不评分。"
    ),
    "{round} % of the reference's pixels are void and not scored.": ("参考标注有 {round}% 的像素为忽略，不评分。"),
    "{n_beyond} reference pixels hold values without a class name ({values}); they are not scored.": (
        "参考标注有 {n_beyond} 个像素的值没有类别名（{values}）；不评分。"
    ),
    "The class edit '{name}' to '{target}' does not apply: the reference has no class '{target_2}'.": (
        "类别修改“{name}”→“{target}”不适用：参考标注没有类别“{target_2}”。"
    ),
    "{round} % of the pixels that it predicts belong to classes that count for none: {names_text}.": (
        "其预测的像素中有 {round}% 属于不计入的类别：{names_text}。"
    ),
    "Say in the class map which of its classes are the foreground.": "请在类别对应关系中指定其哪些类别是前景。",
    "The reference's last {columns} columns and {rows} rows have no counterpart and are not compared.": (
        "参考标注的最后 {columns} 列和 {rows} 行没有对应部分，不作比较。"
    ),
    "The restored picture is {width} x {height} px and its reference {whole} x {whole_2} px: they are not "
    "compared. Take a model of the scale between sample and reference, or set scale to that of the model.": (
        "复原图像为 {width} x {height} px，参考标注为 {whole} x {whole_2} px：不作比较。请使用与样本和参考标注倍率"
        "一致的模型，或将倍率设为模型的倍率。"
    ),
    "The picture is {width} x {height} px; to be compared, both sides need {least} px.": (
        "图像为 {width} x {height} px；要比较，两边都需 {least} px。"
    ),
    "It equals its reference px for px: its PSNR is infinite, and is left out of means.": (
        "它与参考标注逐像素相同：PSNR 为无穷大，不计入平均。"
    ),
    "The reference has boxes alone, and masks are compared with outlines; {nothing_scored}.": (
        "参考标注只有方框，而掩码要与轮廓比较；{nothing_scored}。"
    ),
    "{lost} of {len} prompts mean no object of the reference, and are not scored.": (
        "{len} 个提示中有 {lost} 个不对应参考标注的任何目标，不评分。"
    ),
    "The reference has {join} but no {fields}, so {nothing_scored}.": (
        "参考标注有 {join} 但没有 {fields}，因此{nothing_scored}。"
    ),
    "The {side} does not tell classes apart, so all objects are scored as one class, '{object}'.": (
        "{side} 不区分类别，因此全部目标按同一类别“{object}”评分。"
    ),
    "{len} of the {len_2} objects that it finds are of classes that the reference does not have, and count "
    "for nothing: {listed}.": ("其检出的 {len_2} 个目标中有 {len} 个属于参考标注没有的类别，不计：{listed}。"),
    "The reference has boxes alone, so outlines cannot be scored; choose the task object-detection.": (
        "参考标注只有方框，因此轮廓无法评分；请选择目标检测任务（object-detection）。"
    ),
    "The model says boxes alone, so its outlines cannot be scored; choose the task object-detection.": (
        "模型只给出方框，因此其轮廓无法评分；请选择目标检测任务（object-detection）。"
    ),
    "{n_twice} px belong to several of the {words}; panoptic quality is defined for segments that do not overlap.": (
        "{n_twice} px 属于多个{words}；全景质量只对互不重叠的分割块有定义。"
    ),
    "{words} has boxes alone, so segments cannot be scored; choose the task object-detection.": (
        "{words}只有方框，因此分割块无法评分；请选择目标检测任务（object-detection）。"
    ),
    "Largest distance to the {noun}'s boundary: half of how thick it is where it is thickest.": (
        "到{noun}边界的最大距离：即最厚处厚度的一半。"
    ),
    "Difference of the {noun}'s mean luminance from that 3 px around it, 0 to 1.": (
        "{noun}的平均亮度与其周围 3 px 之差，0 至 1。"
    ),
    "A margin of {margin} is none.": "界值 {margin} 无效。",
    "It is the largest difference that does not count, a number above 0.": ("它是可忽略的最大差异，应为大于 0 的数。"),
    "The boundary tolerance is {tolerance_px} px.": "边界容差为 {tolerance_px} px。",
    "It must lie between 0 and {max_tolerance_px} px.": ("它必须在 0 至 {max_tolerance_px} px 之间。"),
    "A grid of {size} cells has none.": "{size} 个单元格的网格没有。",
    "{shown} has no value: {why}.": "{shown} 没有值：{why}。",
    "Use the operations of the zoo's expression language.": "请使用模型库表达式语言的运算。",
    "The surest prediction must come first.": "最确定的预测必须在最前。",
    "The reference has {n_classes} classes.": "参考标注有 {n_classes} 个类别。",
    "At most {max_scored_classes} can be scored.": "至多可对 {max_scored_classes} 个评分。",
}
"""By the English text."""
