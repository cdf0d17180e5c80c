"""Formats of references, in Simplified Chinese."""

from typing import Final

REFERENCE_FORMATS: Final = {
    "{name} names no classes.": "{name} 没有列出类别。",
    "{name} holds more than {max_pixels} megapixels.": "{name} 超过 {max_pixels} 百万像素。",
    "Export it in parts.": "请分部分导出。",
    "Its polygon has fewer than three points.": "其多边形不足三个点。",
    "Take instanceIds.png as Cityscapes has them.": ("请使用 Cityscapes 格式的 instanceIds.png。"),
    "{name} holds the value {value}, which stands for no class of Cityscapes.": (
        "{name} 含有值 {value}，它不对应 Cityscapes 的任何类别。"
    ),
    "The reference names no class.": "参考标注没有指定类别。",
    "Put the picture into a folder that is called as its class.": "请将图像放入与其类别同名的文件夹。",
    "{name}: the bbox of {entry} is not x, y, width and height.": ("{name}：{entry} 的 bbox 不是 x、y、宽和高。"),
    "{name} marks no objects by boxes or outlines: it holds {holds}.": (
        "{name} 没有以方框或轮廓标注目标：它含有 {holds}。"
    ),
    "{name} gives no size for {file_name}.": "{name} 没有给出 {file_name} 的尺寸。",
    "{name}: {entry} has neither a box nor an outline.": "{name}：{entry} 既没有方框也没有轮廓。",
    "{name}: {entry} has an area below 0.": "{name}：{entry} 的面积小于 0。",
    "Its mask is {size} x {size_2} px, its picture {size_3} x {size_4}.": (
        "其掩码为 {size} x {size_2} px，其图像为 {size_3} x {size_4}。"
    ),
    "Give the file of instances.": "请给出实例文件。",
    "{name} gives no real size for {file_name}.": "{name} 没有给出 {file_name} 的真实尺寸。",
    "{name} needs {name_2}, which is not there.": "{name} 需要 {name_2}，但它不存在。",
    "Put it into {parent}.": "请放入 {parent}。",
    "{name} names no picture of segments for {file_name}.": ("{name} 没有为 {file_name} 指定分割图。"),
    "{name} has pixels of the segment {value}, which {name_2} does not list.": (
        "{name} 有属于分割块 {value} 的像素，而 {name_2} 没有列出它。"
    ),
    "{len} {many} and are left out.": "{len} {many}，不使用。",
    "Export it from CVAT again, as 'CVAT for images 1.1'.": ("请从 CVAT 重新导出为“CVAT for images 1.1”。"),
    "{name}: {names} left out, since several pictures are called so, such as {repeated}.": (
        "{name}：{names}不使用，因为有多幅图像同名，例如 {repeated}。"
    ),
    "Marks of the sort '{tag}' are not read.": "种类为“{tag}”的标记不读取。",
    "Its runs do not fill its box.": "其游程没有填满方框。",
    "{name}: {counted} of whole pictures left alone. Write them into a labels.csv.": (
        "{name}：关于整幅图像的{counted}不使用。请写入 labels.csv。"
    ),
    "It is not written as CVAT writes such.": "它的写法不是 CVAT 格式。",
    "{name} declares a document type or entities, which is not read.": ("{name} 声明了文档类型或实体，不予读取。"),
    "{name} is not XML: {error}.": "{name} 不是 XML：{error}。",
    "Save distances as a PNG of 16 bits, a TIFF of floating-point numbers, or an array of NumPy (.npy).": (
        "请将距离保存为 16 位 PNG、浮点 TIFF 或 NumPy 数组（.npy）。"
    ),
    "{name} holds {bits} bits of {mode}, too few to be distances.": (
        "{name} 为 {mode}，只有 {bits} 位，不足以表示距离。"
    ),
    "{name} holds an array {shape} of {dtype}, not (height, width) of numbers.": (
        "{name} 为 {dtype} 的数组 {shape}，不是 (height, width) 的数值。"
    ),
    "The reference {name} is {shape} x {shape_2} px, its picture {width} x {height}.": (
        "参考标注 {name} 为 {shape} x {shape_2} px，其图像为 {width} x {height}。"
    ),
    "Give distances of this picture, at its size.": "请给出此图像的、尺寸相同的距离。",
    "{name} holds no distance at all.": "{name} 不含任何距离。",
    "Each value of {name} counts as an object: {many}.": "{name} 的每个值计为一个目标：{many}。",
    "{name} is a mask: its values are classes, by the class file that belongs to it.": (
        "{name} 是掩码：按其类别文件，其值是类别。"
    ),
    "Give a label image in which each object has a value of its own.": "请给出每个目标有各自值的标签图。",
    "The picture was turned in the tool, so that it is not known where it lies.": (
        "图像在工具中被旋转过，因此不知其位置。"
    ),
    "{name} is no export of Label Studio about pictures.": ("{name} 不是 Label Studio 的图像导出。"),
    "{name} has nothing that was submitted for {record}.": "{name} 没有为 {record} 提交的内容。",
    "Brush strokes in the format '{str}' are not read.": "格式为“{str}”的画笔笔迹不读取。",
    "{name} chooses no class for {record}.": "{name} 没有为 {record} 选择类别。",
    "It has no label.": "它没有标签。",
    "It has several labels.": "它有多个标签。",
    "It is not written as Label Studio writes such.": "它的写法不是 Label Studio 格式。",
    "{name} gives no real size of its picture.": "{name} 没有给出其图像的真实尺寸。",
    "Shapes of the sort '{shape_type}' are not read.": "种类为“{shape_type}”的形状不读取。",
    "A circle has a centre and a point of its rim.": "圆由圆心和圆周上的一点给出。",
    "A mask has two corners and a PNG.": "掩码由两个角点和一个 PNG 给出。",
    "Its mask is no PNG in base64.": "其掩码不是 base64 编码的 PNG。",
    "Its mask claims more pixels than any picture has.": "其掩码声称的像素数超出任何图像。",
    "{folder} holds more than {max_instances} masks of a picture.": (
        "{folder} 含有一幅图像的超过 {max_instances} 个掩码。"
    ),
    "{n} of the masks in {place} {is_empty}.": "{place} 中有 {n} 个掩码{is_empty}。",
    "{name} is not of the size of the other masks.": "{name} 与其他掩码尺寸不同。",
    "Export them again.": "请重新导出。",
    "The reference {name} is {ours} x {ours_2} pixels, its picture {width} x {height}: not the same number of "
    "times as large along both sides.": (
        "参考标注 {name} 为 {ours} x {ours_2} 像素，其图像为 {width} x {height}：两边的倍数不同。"
    ),
    "Give the picture from which this one was made.": "请给出由它制作此图像的原图。",
    "Export it from QuPath again, as a feature collection.": "请从 QuPath 重新导出为要素集合。",
    "It has no geometry.": "它没有几何形状。",
    "{name} gives no size of its picture.": "{name} 没有给出其图像的尺寸。",
    "Give it together with the picture.": "请与图像一起给出。",
    "Geometries of the sort '{type}' are not read.": "种类为“{type}”的几何形状不读取。",
    "Its coordinates are not those of its sort of geometry.": "其坐标不属于该种几何形状。",
    "{name} is no column of boxes with classes that have names.": "{name} 不是带有命名类别的方框列。",
    "{name} holds boxes of a picture whose size is not known.": "{name} 含有尺寸未知的图像的方框。",
    "{name}: of its objects {why}.": "{name}：其目标{why}。",
    "Give each box one class.": "请给每个方框一个类别。",
    "{name} is damaged or not there.": "{name} 已损坏或不存在。",
    "Its box is not four numbers.": "其方框不是四个数。",
    "{name} holds no objects.": "{name} 没有目标。",
    "Write it as Pascal VOC does: annotation, size, object, name, bndbox.": (
        "请按 Pascal VOC 的写法：annotation、size、object、name、bndbox。"
    ),
    "{n_difficult} of {len} objects are marked as difficult, so they need not be found.": (
        "{len} 个目标中有 {n_difficult} 个标为困难，因此不要求检出。"
    ),
    "{name} holds '{tag}', not an annotation of Pascal VOC.": ("{name} 含有“{tag}”，不是 Pascal VOC 的标注。"),
    "{name} marks '{name_2}', which is none of its classes.": ("{name} 标注了“{name_2}”，它不在类别之列。"),
    "Name it in the class file.": "请在类别文件中列出它。",
    "{name}: the box of a '{name_2}' ends before it begins.": "{name}：“{name_2}”的方框终点先于起点。",
    "{name}: {what} holds the number {value}, which is none of a picture.": (
        "{name}：{what} 的数值 {value} 不属于图像。"
    ),
    "{name} declares a document type, which is not read.": "{name} 声明了文档类型，不予读取。",
    "{name}: {what} is not in numbers.": "{name}：{what} 不是数值。",
    "{name} has no mask in {class_masks}, so nothing says the classes of its objects.": (
        "{name} 在 {class_masks} 中没有掩码，因此不知其目标的类别。"
    ),
    "Put the mask of the same name into {class_masks}, or choose boxes.": (
        "请将同名掩码放入 {class_masks}，或选择方框。"
    ),
    "{name} and its mask in {class_masks} are not of one size.": ("{name} 与其在 {class_masks} 中的掩码尺寸不同。"),
    "Export both again.": "请重新导出两者。",
    "{n} of the values of {name} {is_bare}.": "{name} 有 {n} 个值{is_bare}。",
    "A line is: class x y w h, or class x1 y1 x2 y2 x3 y3 …, all between 0 and 1.": (
        "每行为：class x y w h，或 class x1 y1 x2 y2 x3 y3 …，数值均为 0 至 1。"
    ),
    "It has {len} numbers, an odd number, as scores and key points have.": (
        "它有 {len} 个数，为奇数，可能是得分或关键点。"
    ),
    "The files of {name} name the class {highest}.": "{name} 的文件指定了类别 {highest}。",
    "Name all classes in classes.txt.": "请在 classes.txt 中列出全部类别。",
    "{name} holds shares of its picture's sides, which are not known.": "{name} 是图像边长的比例，而边长未知。",
    "Its numbers are no shares of the picture's sides, between 0 and 1.": "其数值不是图像边长的比例（0 至 1）。",
    "Export each task by itself.": "请分别导出每个任务。",
    "{n} segment has no pixel and are left out.": "{n} 个分割块没有像素，不使用。",
    "{n} segments have no pixels and are left out.": "{n} 个分割块没有像素，不使用。",
}
"""By the English text."""
