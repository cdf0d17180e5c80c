"""Parameters of tasks, measures of grain, costs and estimands in Simplified Chinese."""

from typing import Final

from granview.analysis.estimand import METRIC_DIFFERENCE, OVER_ONE_MEASURE, UNIT_MEAN, UNIT_MEAN_DIFFERENCE
from granview.report.column_descriptions import COSTS

_TITLES: Final = {
    "Reference values in a metre": "参考标注中每米对应的数值",
    "Farthest distance": "最远距离",
    "What models give": "模型输出的含义",
    "Classes": "类别",
    "Sentence about a class": "描述类别的句子",
    "Several classes a picture": "每幅图像可有多个类别",
    "Least probability": "最低概率",
    "Groups of classes": "类别分组",
    "Tile": "分块",
    "Overlap of tiles": "分块重叠",
    "Tiles at native scale": "按原始尺度分块",
    "Degradation": "退化方式",
    "Scale": "倍率",
    "Blur": "模糊",
    "Noise": "噪声",
    "JPEG quality": "JPEG 质量",
    "Seed of the noise": "噪声种子",
    "Shown from a score of": "显示的最低得分",
    "Counted from a score of": "计数的最低得分",
    "Found from an IoU of": "检出的最低交并比",
    "Objects of a picture": "每幅图像的目标数",
    "Where nobody has pointed, ask for each object by its": "未给出提示时，按此询问每个目标",
    "What is looked for": "要查找的内容",
    "Classes of stuff": "stuff 类别",
    "System prompt": "系统提示词",
    "Source language": "源语言",
    "Target language": "目标语言",
    "config": "按配置",
    "metric": "米制距离",
    "relative": "相对距离",
    "inverse": "距离的倒数",
    "none": "无",
    "bicubic": "双三次",
    "area": "区域平均",
    "blur-noise": "模糊加噪声",
    "jpeg": "JPEG",
    "centre": "中心点",
    "box": "方框",
    "centre and box": "中心点和方框",
    "levels": "级",
}

_DESCRIPTIONS: Final = {
    "By how much whole numbers of a reference's file are divided to be metres: 1000 where it holds "
    "millimetres, 256 for KITTI; files of floating-point numbers hold metres": (
        "参考标注文件中的整数除以此值得到米：毫米为 1000，KITTI 为 256；浮点数文件本身即为米"
    ),
    "Px whose reference is farther away are not scored, and what a model says is cut to it; 80 for KITTI, 10 "
    "for rooms as in NYU": ("参考标注更远的像素不评分，模型的输出也截到该距离；KITTI 为 80，NYU 等室内场景为 10"),
    "What the values of models are, where their config does not tell: metres, distances but for scale and "
    "shift, or one by distances but for scale and shift": (
        "配置未说明时模型数值的含义：米；差一个缩放和平移的距离；差一个缩放和平移的距离倒数"
    ),
    "The classes among which models that read words choose, such as CLIP and SigLIP; models that were "
    "trained for classes of their own have those": (
        "供 CLIP、SigLIP 等读取文字的模型选择的类别；针对固定类别训练的模型使用自己的类别"
    ),
    "The sentence that models which read words compare a picture with; {} stands for the class": (
        "读取文字的模型用来与图像比较的句子；{} 代表类别"
    ),
    "Whether models that read words may say several classes of a picture: SigLIP then gives each class a "
    "probability of its own. Else the classes exclude each other": (
        "读取文字的模型是否可为一幅图像给出多个类别：此时 SigLIP 为每个类别给出各自的概率；否则类别互斥"
    ),
    "From where a class is said by models whose classes do not exclude each other": (
        "类别不互斥的模型从此概率起给出类别"
    ),
    "Classes that are alike, such as crack+crazing+scratch: joined by +, a comma between groups. They are "
    "the grain of fine-grained classes, and a class of the right group counts for the group accuracy": (
        "相近的类别，例如 crack+crazing+scratch：组内以 + 连接，组间以逗号分隔。它们构成细颗粒度类别的粒度，组判"
        "断正确即计入组准确率"
    ),
    "Longest side of the parts in which a picture is run, so that memory is bounded by the part; 0 runs "
    "pictures of more than 16 megapixels in tiles of 2048 px unless the model's image processor makes them "
    "smaller, and others whole; 65535 runs every picture whole": (
        "分块运行图像时每块的最长边，使内存占用受块大小限制；0 表示超过 1600 万像素的图像按 2048 px 分块（模型的"
        "图像处理器会缩小图像的除外），其余整幅运行；65535 表示全部整幅运行"
    ),
    "How far neighbouring tiles overlap; the outer quarters of an overlap are thrown away, and within its "
    "middle half one tile fades into the next": (
        "相邻分块的重叠宽度；重叠区外侧各四分之一舍去，中间一半内两块平滑过渡"
    ),
    "Whether a model whose image processor makes a picture smaller is given it in tiles of its own input "
    "size instead, so that it sees every px": (
        "对图像处理器会缩小图像的模型，是否改为按其输入尺寸分块，使其看到每个像素"
    ),
    "How each picture is made worse before models see it, so that the picture itself is the reference: made "
    "small by bicubic interpolation as in MATLAB's imresize, or by the mean of areas; blurred, made small "
    "and given noise; or made small and compressed as JPEG. None gives models the picture as it is": (
        "模型看到图像之前如何使其退化，原图即为参考标注：按 MATLAB imresize 的双三次插值缩小，或按区域平均缩小；"
        "模糊、缩小并加噪声；或缩小并压缩为 JPEG。选“无”则直接使用原图"
    ),
    "How many times smaller a degradation makes each side, and how many times larger bicubic, Lanczos and "
    "area lanes make it; 1 for denoising and deblurring": (
        "退化时每边缩小的倍数，也是双三次、Lanczos 和区域方法放大的倍数；去噪和去模糊为 1"
    ),
    "Standard deviation of the Gaussian blur of blur-noise": "模糊加噪声中高斯模糊的标准差",
    "Standard deviation of the Gaussian noise of blur-noise, in levels of 0 to 255": (
        "模糊加噪声中高斯噪声的标准差，以 0 至 255 的级数计"
    ),
    "Quality of the JPEG degradation, as libjpeg counts it": "JPEG 退化的质量，按 libjpeg 的标度",
    "Of the noise; it is drawn from this and the picture, so that every lane gets the same": (
        "噪声的种子；噪声由它和图像共同决定，因此每个模型得到的相同"
    ),
    "Side of the square parts in which a picture is run, so that memory is bounded, in px of the model's "
    "input; 0 runs pictures of more than 16 megapixels in tiles of 1024 px and others whole; 65535 runs "
    "every picture whole": (
        "分块运行图像时方块的边长（模型输入的像素），用于限制内存；0 表示超过 1600 万像素的图像按 1024 px 分块，"
        "其余整幅运行；65535 表示全部整幅运行"
    ),
    "How far neighbouring tiles overlap, in px of the model's input; the outer half of it is thrown away": (
        "相邻分块的重叠宽度（模型输入的像素）；外侧一半舍去"
    ),
    "Less sure objects are not drawn; nothing is scored by it": "置信度更低的目标不绘制；不影响评分",
    "Less sure objects count neither as found nor as invented in precision, recall, F1 and the count's "
    "error; average precision takes all": (
        "置信度更低的目标在精确率、召回率、F1 和计数误差中既不算检出也不算误报；平均精度使用全部目标"
    ),
    "An object of the reference is found by one that overlaps it at least so much, in precision, recall and F1": (
        "在精确率、召回率和 F1 中，参考标注目标被交并比达到此值的预测视为检出"
    ),
    "So many of the surest objects of a picture are kept, and no more of a class are scored by average "
    "precision and recall, as COCO has it": (
        "每幅图像保留置信度最高的若干目标；按 COCO 的规定，平均精度和召回率对每个类别也只评这么多"
    ),
    "What of each object of the reference is taken for a prompt in samples without prompts": (
        "样本没有提示时，以参考标注目标的什么作为提示"
    ),
    "Words for the objects that a model of open vocabulary looks for, and so its classes; other models take no words": (
        "开放词汇模型要查找的目标的词语，即其类别；其他模型不使用词语"
    ),
    "Classes that cannot be counted, such as sky: all that is of one of them is one segment": (
        "不可计数的类别，例如天空：同一类别的全部区域为一个分割块"
    ),
    "What a chat begins with, as the system's message, where the model has a chat template and a sample's "
    "messages have no system message of their own; empty leaves it to the template": (
        "模型有对话模板且样本消息没有系统消息时，对话开头的系统消息；留空则由模板决定"
    ),
    "In which language texts are, by the model's own code, such as en_XX of mBART, eng_Latn of NLLB and en "
    "of M2M; empty: the one that its tokenizer begins with": (
        "文本的语言，用模型自己的代码，例如 mBART 的 en_XX、NLLB 的 eng_Latn、M2M 的 en；留空则用分词器的默认语言"
    ),
    "In which language a model that knows several writes, by the model's own code; empty: as its "
    "generation_config.json says": ("多语言模型生成所用的语言，用模型自己的代码；留空则按其 generation_config.json"),
}

_MEASURES: Final = {
    "How deep brackets stand within brackets in the text.": "文本中括号嵌套的层数。",
    "Words of the text that negate, in English, German, French, Spanish and Chinese.": (
        "文本中的否定词数（英、德、法、西、中文）。"
    ),
    "Mean of -log2 of a word's share among all words of the texts here.": (
        "各词在全部文本中所占比例的 -log2 的平均值。"
    ),
    "Square root of the region's area.": "区域面积的平方根。",
    "Square root of the object's area.": "目标面积的平方根。",
    "Square root of the segment's area.": "分割块面积的平方根。",
    "Largest distance to the region's boundary: half of how thick it is where it is thickest.": (
        "到区域边界的最大距离：最厚处厚度的一半。"
    ),
    "Largest distance to the object's boundary: half of how thick it is where it is thickest.": (
        "到目标边界的最大距离：最厚处厚度的一半。"
    ),
    "Area / (2 radius)²: how many times longer than wide.": "面积 /（2 × 半径）²：长为宽的多少倍。",
    "1: a square; 100: a hairline.": "1 为正方形，100 为细线。",
    "Difference of the region's mean luminance from that 3 px around it, 0 to 1.": (
        "区域平均亮度与周围 3 px 之差，0 至 1。"
    ),
    "Difference of the object's mean luminance from that 3 px around it, 0 to 1.": (
        "目标平均亮度与周围 3 px 之差，0 至 1。"
    ),
    "Other regions that it shares a side of a pixel with.": "与其有像素边相邻的其他区域数。",
    "Other objects whose boxes meet its box, made twice as wide and high.": (
        "方框与其放大一倍的方框相交的其他目标数。"
    ),
    "Of its box from the picture's border; 0 where it is cut off.": "其方框到图像边缘的距离；被截断时为 0。",
    "How rare the class is here: 1 to 10 samples are rare, up to 100 common, as LVIS has it.": (
        "类别的稀有程度：按 LVIS，1 至 10 个样本为稀有，至 100 个为常见。"
    ),
    "Each of the most frequent classes by itself.": "最常见的类别各自单列。",
    "Words of the whole text.": "整段文本的词数。",
    "Other entities of the text that it lies in, holds or overlaps.": (
        "文本中包含它、被它包含或与其重叠的其他实体数。"
    ),
}

_COSTS: Final = {
    "preprocess_ms": "从解码后的样本到模型输入的时间，毫秒：批次时间均摊到每个样本。",
    "forward_ms": "每个样本的前向推理时间（批次时间均摊，与设备同步；不含预热），毫秒。",
    "postprocess_ms": "从模型输出到预测结果的时间，毫秒：批次时间均摊到每个样本。",
    "first_token_ms": "从前向推理开始到写出首个词元的时间，毫秒。",
    "params": "模型的参数量，共享的只计一次。",
    "weights_mb": "模型权重文件在磁盘上的大小，单位 10^6 字节。",
    "load_s": "加载模型的时间，秒：从查找文件到可以运行。",
    "forward_ms_p50": "每个样本前向推理时间的中位数（批次时间均摊，与设备同步；不含预热），毫秒。",
    "forward_ms_p90": "十次前向推理中有九次不超过的时间（批次时间均摊，与设备同步；不含预热），毫秒。",
    "throughput_per_s": "吞吐量：仅计前向推理时每秒的样本数（不含预热）；不含读取、预处理和后处理。",
    "peak_rss_mb": "模型自身进程的最大常驻内存，单位 10^6 字节；包含其加载的库。",
    "peak_cuda_mb": "torch 在模型进程中占用的最大显存，单位 10^6 字节；在 CPU 上为空。",
    "energy_j": "模型前向推理期间整个 GPU 的能耗，焦耳，由 NVML 测得；在 CPU 上为空。",
}
"""By the column's name."""

PARAMS: Final = {
    **_TITLES,
    **_DESCRIPTIONS,
    **_MEASURES,
    **{COSTS[name]: words for name, words in _COSTS.items() if name in COSTS},
    METRIC_DIFFERENCE.what: "一个模型的指标减去另一个模型的指标，各由全部样本的统计量合并得出。",
    METRIC_DIFFERENCE.weights: (
        "权重按指标的定义：mIoU 先按类别内的像素、再按类别；实体 F1 按实体；准确率按样本。它不是各样本指标的平均。"
    ),
    METRIC_DIFFERENCE.drawn: "以样本为单位，连同两个模型的统计量。",
    UNIT_MEAN_DIFFERENCE.what: "一个模型在区段内各单元的平均得分减去另一个模型的。",
    UNIT_MEAN_DIFFERENCE.weights: "每个单元权重相同，因此单元多的样本比单元少的样本分量更大。",
    UNIT_MEAN_DIFFERENCE.drawn: "以样本为单位，连同其在两个模型上的全部单元。",
    UNIT_MEAN.what: "一个模型在区段内各单元的平均得分。",
    UNIT_MEAN.weights: "每个单元权重相同。",
    UNIT_MEAN.drawn: "以样本为单位，连同其全部单元。",
    OVER_ONE_MEASURE: "每对模型仅在此度量的各区段范围内校正。结论则对其全部陈述校正，因此在同一区段可能不显示差异。",
}
"""By the English text."""
