"""Pictures and masks that are opened, in Simplified Chinese."""

from typing import Final

PICTURES: Final = {
    "Its {name} grey values from {span} became 0 to 255{how}.": ("其 {name} 灰度值从 {span} 映射到 0 至 255{how}。"),
    "All of it became {name}, though its values differ; choose a range that fits them.": (
        "虽然值各不相同，但全部变成了 {name}；请选择合适的范围。"
    ),
    "{percent} of its pixels lie outside and were clipped.": "{percent} 的像素超出范围，已截断。",
    "{percent} of its pixels are no number and were read as black.": ("{percent} 的像素不是数值，已读为黑色。"),
    "They would fit {bits} bits (0 to {bits_2}), so it is dark; choose the range if they are.": (
        "这些值适合 {bits} 位（0 至 {bits_2}），因此图像偏暗；如确是如此，请选择范围。"
    ),
    "{path} is larger than {max_bytes} MiB.": "{path} 大于 {max_bytes} MiB。",
    "{path} names no class.": "{path} 没有列出类别。",
    "Write one name per class, in index order.": "请按索引顺序每个类别写一个名称。",
    "{path} has more classes than fit, or a void index out of range.": (
        "{path} 的类别数超出上限，或忽略值的索引超出范围。"
    ),
    "Indices go to 65535.": "索引至多为 65535。",
    "{path} has a colour outside 0 to 255.": "{path} 有一种颜色超出 0 至 255。",
    "Write each colour as [r, g, b].": "每种颜色请写作 [r, g, b]。",
    'Write [{"name": "road", "color": [90, 90, 90]}, …].': ('请写 [{{"name": "road", "color": [90, 90, 90]}}, …]。'),
    "{name} has a row without a colour: {join}.": "{name} 有一行没有颜色：{join}。",
    "Write name, r, g, b in each.": "每行请写 name, r, g, b。",
    "{name} has the line '{line}'.": "{name} 有一行是“{line}”。",
    "Write name:r,g,b:parts:actions in each.": "每行请写 name:r,g,b:parts:actions。",
    "Copy it again: it may be cut short.": "请重新复制：文件可能不完整。",
    "{name} has the row '{join}', which has fewer columns than its head.": (
        "{name} 有一行是“{join}”，其列数少于表头。"
    ),
    "{name} has the row '{join}'.": "{name} 有一行是“{join}”。",
    "It should begin with a number: Idx.": "它应以数字 Idx 开头。",
    "{name} has one row for several pictures of one name: {listed}.": ("{name} 用一行对应多幅同名图像：{listed}。"),
    "{len} {many} no picture in {name}: {listed}.": ("{name} 中有 {len} 个{many}没有图像：{listed}。"),
    "Line {line} of {name} {words}.": "{name} 第 {line} 行{words}。",
    "Write their folders into the table.": "请在表格中写明其文件夹。",
    "Name each picture as its file is called.": "请按图像的文件名填写。",
    "{name} holds more than {most_files} files of {suffix}.": ("{name} 含有超过 {most_files} 个 {suffix} 文件。"),
    "Name the classes in classes.txt.": "请在 classes.txt 中列出类别。",
    "The files of {name} name more than {max_classes} classes.": ("{name} 的文件列出超过 {max_classes} 个类别。"),
    "Check them.": "请检查它们。",
    "What looks through pictures of more than 8 bits before a run {why}; they are read as is usual.": (
        "运行前检查超过 8 位图像的程序 {why}；按惯例读取。"
    ),
    "Save labels as whole numbers of the shape (height, width), with numpy.save.": (
        "请用 numpy.save 将标签保存为形状 (height, width) 的整数。"
    ),
    "{name} holds {shape} of {dtype}, not a label for every pixel.": (
        "{name} 为 {dtype} 的 {shape}，不是每个像素一个标签。"
    ),
    "{name} holds values outside 0 to {max_classes}.": ("{name} 含有 0 至 {max_classes} 之外的值。"),
    "{name} holds values that are no whole numbers.": "{name} 含有非整数值。",
    "Its brush strokes are damaged.": "其画笔笔迹已损坏。",
    "Its brush strokes are those of a picture of another size.": "其画笔笔迹属于另一尺寸的图像。",
    "Export it from Label Studio again, as JSON or JSON-MIN.": ("请从 Label Studio 重新导出为 JSON 或 JSON-MIN。"),
    "{name}: nothing was submitted for {many}, which give no reference.": (
        "{name}：{many}没有提交任何内容，不提供参考标注。"
    ),
    "{name}: of {many} with several annotations the first that was not cancelled is read.": (
        "{name}：{many}有多个标注，读取第一个未取消的。"
    ),
    "{name}: {many} left out, about pictures of which a task before is read.": (
        "{name}：{many}不使用，因为已读取同一图像在前的任务。"
    ),
    "{name}: marks of other sorts are left alone: {listed}.": "{name}：其他种类的标记不使用：{listed}。",
    "Save it again with labelme.": "请用 labelme 重新保存。",
    "Its box lies outside its picture.": "其方框位于图像之外。",
    "{name}: {listed} left alone, without an area.": "{name}：{listed}没有面积，不使用。",
    "It covers no pixel of its picture.": "它没有覆盖图像的任何像素。",
    "Its class is none of the classes.": "其类别不在类别之列。",
    "Its box is not in numbers that a picture has.": "其方框不是图像可有的数值。",
    "An ellipse has no real centre or radii.": "椭圆没有实数的中心或半径。",
    "Correct the file, or export it again.": "请更正文件，或重新导出。",
    "{bare} of {len} objects have no outline; all of their box counts as their mask.": (
        "{len} 个目标中有 {bare} 个没有轮廓；以其整个方框作为掩码。"
    ),
    "{name} marks boxes alone, which are no masks of classes.": "{name} 只标注了方框，它们不是类别掩码。",
    "{name} marks more than {max_instances} objects in a picture.": (
        "{name} 在一幅图像中标注了超过 {max_instances} 个目标。"
    ),
    "Compare tasks of objects with it.": "请用目标类任务与它比较。",
    "{bare} of {len} objects have no outline; all of their box counts.": (
        "{len} 个目标中有 {bare} 个没有轮廓；计入其整个方框。"
    ),
    "A mask is called as its picture.": "掩码应与其图像同名。",
    "No class names: put {file_names} or {file_names_2} beside the references.": (
        "没有类别名称：请将 {file_names} 或 {file_names_2} 放在参考标注旁边。"
    ),
    "{where}, and it is not said what that is: {in_words}.": ("{where}，而没有说明它是什么：{in_words}。"),
    "Say what every value of the masks means, void ones too.": "请说明掩码每个值的含义，包括忽略值。",
    "The reference {name} has the colour {color} at x={column}, y={row}, which is no class's colour ({int} "
    "such pixels).": (
        "参考标注 {name} 在 x={column}、y={row} 处的颜色为 {color}，不是任何类别的颜色（此类像素有 {int} 个）。"
    ),
    "Add it to classes.json, or save the mask without smoothing.": ("请将它加入 classes.json，或不加平滑地保存掩码。"),
    "The values of the mask were read so: {in_words}.": "掩码的值按此读取：{in_words}。",
    "The reference {name} holds {where}, but there are {len} classes and {void}.": (
        "参考标注 {name} 含有 {where}，但共有 {len} 个类别，{void}。"
    ),
    "Give the class file of these references, or say what the values of masks mean.": (
        "请给出这些参考标注的类别文件，或说明掩码值的含义。"
    ),
    "{where}, which is none of the values of its data set's classes ({names}, …).": (
        "{where}，不是其数据集类别的任何值（{names}，…）。"
    ),
    "Put the class file of these references beside them, or say what the values of masks mean.": (
        "请将这些参考标注的类别文件放在旁边，或说明掩码值的含义。"
    ),
    "Two classes of {name} have the same colour.": "{name} 的两个类别颜色相同。",
    "Give each class its own in classes.json.": "请在 classes.json 中给每个类别不同的颜色。",
    "'{name}' is no class of these references, so {value} is read as if nothing was said of it.": (
        "“{name}”不是这些参考标注的类别，因此 {value} 按未作说明读取。"
    ),
    "Settle it with --mask-frame shown or --mask-frame stored (in Python: mask_frame=).": (
        "请用 --mask-frame shown 或 --mask-frame stored 确定（Python：mask_frame=）。"
    ),
    "Say which class each value is with {option} {listed}, void for none; or {option_2} index, where each is "
    "the index of its class (in Python: mask_values=).": (
        "请用 {option} {listed} 说明每个值是哪个类别，忽略写 void；或用 {option_2} index，表示每个值即其类别的索引"
        "（Python：mask_values=）。"
    ),
    "Settle it with {option} {option_2} (in Python: mask_values=).": (
        "请用 {option} {option_2} 确定（Python：mask_values=）。"
    ),
    "{name} claims {size}, more than {limit}.": "{name} 声称有 {size}，超过 {limit}。",
    "Cut it into tiles or scale it down.": "请切成小块或缩小它。",
    "Copy or download the file again.": "请重新复制或下载文件。",
    "{name} is not an image that is read here: it holds {foreign_format}.": (
        "{name} 不是此处可读取的图像：它是 {foreign_format}。"
    ),
    "{name} needs more memory than there is.": "{name} 所需内存超过现有内存。",
    "Close other programs, or scale it down.": "请关闭其他程序，或缩小它。",
    "{name} is damaged or cut short ({reason}).": "{name} 已损坏或不完整（{reason}）。",
    "The picture is {turn} by its orientation tag; its mask has none and is taken to lie as shown, {why}.": (
        "图像因方向标记而{turn}；其掩码没有方向标记，视为按显示方向，{why}。"
    ),
    "The mask has the size of the picture as stored, so it was {turns} with it.": (
        "掩码的尺寸与图像存储时相同，因此随图像{turns}。"
    ),
    "The mask has no orientation tag and was {turn} like the picture, as set for all masks.": (
        "掩码没有方向标记，按对所有掩码的设置，与图像一样{turn}。"
    ),
    "Give the reference of this image, at its size.": "请给出此图像的、尺寸相同的参考标注。",
    "{words}: one of them lies on its side.": "{words}：其中之一是横放的。",
    "Save both the same way up.": "请将两者按同一方向保存。",
    "{name} is in colour, and no class colours are known.": "{name} 是彩色的，而类别颜色未知。",
    'Put {file_names} beside it: [{"name": "road", "color": [90, 90, 90]}, …].': (
        '请将 {file_names} 放在旁边：[{{"name": "road", "color": [90, 90, 90]}}, …]。'
    ),
    "{name} cannot be a reference: {kind} does not keep exact values.": (
        "{name} 不能作为参考标注：{kind} 不保留精确值。"
    ),
    "Save the mask as PNG.": "请将掩码保存为 PNG。",
    "Save class indices as 8 or 16 bits.": "请将类别索引保存为 8 或 16 位。",
    "{name} holds {len} pictures; the first {most_pictures} are taken.": (
        "{name} 含有 {len} 幅图像；取前 {most_pictures} 幅。"
    ),
    "{name} has not as many pages as its picture, so it is not used.": ("{name} 的页数与其图像不同，因此不使用。"),
    "Name others, such as {name}[page={page}].": "请指定其他页，例如 {name}[page={page}]。",
    "Save a TIFF file with a page for each of the picture's.": "请保存一个 TIFF 文件，每页对应图像的一页。",
    "{name} names no picture of the file.": "{name} 没有指定文件中的图像。",
    "It holds {labels}. Write channel=NAME, z=N, t=N, page=N or page=FIRST-LAST.": (
        "它含有 {labels}。请写 channel=名称、z=N、t=N、page=N 或 page=首页-末页。"
    ),
    "{name} claims more than {most_listed} pages, or regions of {region_px} px of its pages.": (
        "{name} 声称超过 {most_listed} 页，或其页有 {region_px} px 的区域。"
    ),
    "Split it, or copy it again if it should hold less.": "请拆分它；如果它本应较小，请重新复制。",
    "{name} is stored in a way that is not read here ({what}).": ("{name} 的存储方式此处无法读取（{what}）。"),
    "Save it as grey or RGB.": "请保存为灰度或 RGB。",
    "{name} is cut short.": "{name} 不完整。",
    "{name} reaches beyond its page of {width} x {height} px.": ("{name} 超出其 {width} x {height} px 的页面。"),
    "Give less of it.": "请缩小范围。",
    "{name} has {width} x {height} pixels, over the limit of {most_px} megapixels.": (
        "{name} 有 {width} x {height} 像素，超过 {most_px} 百万像素的上限。"
    ),
    "Give the file itself: it is then cut into regions.": "请给出文件本身：它会被切成区域。",
    "{name} is not there: the file has {len} pages.": "{name} 不存在：文件有 {len} 页。",
    "They count from 0.": "页码从 0 开始。",
    "{name} lies in a strip or tile of {width} x {rows} px, which can only be decoded as a whole, over the "
    "limit of {most_px} megapixels.": (
        "{name} 位于 {width} x {rows} px 的条带或分块中，只能整体解码，超过 {most_px} 百万像素的上限。"
    ),
    "Save it in tiles.": "请分块保存。",
    "{name} cannot be decoded: it is compressed by {how} ({error}).": ("{name} 无法解码：以 {how} 压缩（{error}）。"),
    "Save it uncompressed, or compressed by Deflate, LZW or JPEG.": ("请不压缩保存，或以 Deflate、LZW 或 JPEG 压缩。"),
    "Classes are called by their index.": "类别以其索引命名。",
    "The model's classes are taken in index order.": "模型的类别按索引顺序对应。",
}
"""By the English text."""
