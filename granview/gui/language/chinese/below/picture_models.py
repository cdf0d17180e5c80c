"""Models of pictures, in Simplified Chinese."""

from typing import Final

PICTURE_MODELS: Final = {
    "{wanted} is not there: {reason}.": "{wanted} 不存在：{reason}。",
    "Choose the device auto or cpu.": "请选择设备 auto 或 cpu。",
    "{wanted} is not there: this machine has {there}.": "{wanted} 不存在：本机有 {there}。",
    "Choose one of these, or auto.": "请选择其中之一，或 auto。",
    "Runs on the CPU: {reason}.": "在 CPU 上运行：{reason}。",
    "Use a smaller batch, a smaller sample or bf16, cut it into parts, or run it on another device.": (
        "请使用更小的批大小、更小的样本或 bf16，将其切分，或在另一设备上运行。"
    ),
    "The memory of {device} is exhausted{numbers}.": "{device} 的内存已耗尽{numbers}。",
    "This network can take a coarse depth map as a prompt; it is run without.": (
        "此网络可以接收粗略深度图作为提示；此处不提供。"
    ),
    "The image processor in {folder} is a {name}, which makes no depth map.": (
        "{folder} 中的图像处理器是 {name}，它不生成深度图。"
    ),
    "Take the preprocessor_config.json of the model's original repository.": (
        "请使用模型原始仓库的 preprocessor_config.json。"
    ),
    "Configs do not say which classes are stuff, which cannot be counted: unless the run names them (stuff), "
    "several segments of one class stay apart.": (
        "配置没有说明哪些类别是不可计数的 stuff：除非运行时指定（stuff），否则同一类别的多个分割块各自独立。"
    ),
    "{what} left out, since others cover more than a fifth of it.": (
        "{what}不使用，因为其他分割块覆盖了其五分之一以上。"
    ),
    "The model has no class '{unknown}'.": "模型没有类别“{unknown}”。",
    "Name stuff as the model's classes are.": "请按模型的类别名称填写 stuff。",
    "{name} is a {name_2}, which has no embeddings of pictures and words to compare.": (
        "{name} 是 {name_2}，没有可比较的图像和词的嵌入。"
    ),
    "Choose CLIP, SigLIP, ALIGN or one of their like.": "请选择 CLIP、SigLIP、ALIGN 或同类模型。",
    "Use the variant {precision}.": "请使用变体 {precision}。",
    "{name} runs as it was written, not as {variant}.": ("{name} 按编写时的方式运行，不能作为 {variant} 运行。"),
    "Use the variant fp32.": "请使用变体 fp32。",
    "{name} is for {own_task}, not for {task}.": "{name} 用于 {own_task}，不是用于 {task}。",
    "Choose the task {own_task}.": "请选择任务 {own_task}。",
    "The code of {weights} was run: you have allowed it as it is now.": (
        "已运行 {weights} 的代码：其当前内容已获您允许。"
    ),
    "Saved predictions have no variant: nothing runs.": "保存的预测没有变体：不运行任何东西。",
    "Leave out variant=….": "请去掉 variant=…。",
    "This network knows no colours: it is given luminance, and gives back grey.": (
        "此网络不识别颜色：向它提供亮度，它给出灰度图像。"
    ),
    "{path} holds a network that also needs a mask ({name}).": "{path} 中的网络还需要掩码（{name}）。",
    "Give one that restores pictures alone.": "请给出只复原图像的网络。",
    "The network in {path} takes {channels} channels and gives {channels_2}.": (
        "{path} 中的网络接收 {channels} 个通道，给出 {channels_2} 个。"
    ),
    "Give one for RGB or grey.": "请给出用于 RGB 或灰度的网络。",
    "{name} is a {name_2}, which cannot run in {precision}.": ("{name} 是 {name_2}，不能以 {precision} 运行。"),
    "It can in {able}.": "它可以使用 {able}。",
    "The tensors in {path} are those of no network that spandrel knows.": (
        "{path} 中的张量不属于 spandrel 所知的任何网络。"
    ),
    "Give the weights of a super-resolution or restoration network, or a model's folder with its config.json.": (
        "请给出超分辨率或复原网络的权重，或含 config.json 的模型文件夹。"
    ),
    "The network in {path} cannot be built: {first_line}.": ("无法构建 {path} 中的网络：{first_line}。"),
    "Save its state_dict alone, as safetensors.": "请只保存其 state_dict，格式为 safetensors。",
    "{file} is taken for weights that were trained on from torchvision's own, which expect brightness from -1 to 1.": (
        "{file} 视为由 torchvision 自己的权重继续训练而得，后者期望亮度为 -1 至 1。"
    ),
    "{name} finds boxes, and no masks.": "{name} 检出方框，没有掩码。",
    "Use --task object-detection, or a Mask R-CNN.": ("请使用 --task object-detection，或 Mask R-CNN。"),
    "Its weights are finite: the input, or how it is prepared, may be beyond what the model can take.": (
        "其权重都是有限值：可能是输入或其预处理超出了模型的承受范围。"
    ),
    "The model gave values that are no numbers ({kind}), of which nothing can be told.": (
        "模型给出了非数值（{kind}），由此得不出任何结论。"
    ),
    "Its numbers may have outgrown {precision}: try fp32.": ("其数值可能超出了 {precision} 的范围：请试用 fp32。"),
    "{first}, as {precision}: try fp32.": "{first}，以 {precision} 运行：请试用 fp32。",
    "{first}: load or train the model anew.": "{first}：请重新加载或训练模型。",
    "tf32 is a format of NVIDIA's GPUs: a CPU has none of it.": ("tf32 是 NVIDIA GPU 的格式：CPU 没有它。"),
    "Use fp32 or bf16 here.": "请在此使用 fp32 或 bf16。",
    "{get_device_name} has no tf32: it came with compute capability 8.0.": (
        "{get_device_name} 没有 tf32：它自计算能力 8.0 起才有。"
    ),
    "Use fp32.": "请使用 fp32。",
    "This model chooses among classes that are typed, and there are none.": (
        "此模型在输入的类别中选择，而没有输入任何类别。"
    ),
    "Type them in How tasks are run… in the window, --set phrases=cat,dog on the command line, "
    "task_params={'phrases': ('cat', 'dog')} in Python.": (
        "请在窗口的“任务运行方式…”中输入，或在命令行用 --set phrases=cat,dog，或在 Python 用 task_params={{"
        "'phrases': ('cat', 'dog')}}。"
    ),
    "The sentence about a class is '{template}', without a place for it.": (
        "描述类别的句子是“{template}”，其中没有类别的位置。"
    ),
    "Write {} for the class, as in a photo of a {}.": ("请以 {{}} 代表类别，例如 a photo of a {{}}。"),
    "The model gives {shape} classes, but {len} are named.": ("模型给出 {shape} 个类别，但列出了 {len} 个。"),
    "Correct id2label in config.json, or the file of classes beside the weights.": (
        "请更正 config.json 中的 id2label，或权重旁边的类别文件。"
    ),
    "If that is wrong, set depth_kind.": "如有误，请设置 depth_kind。",
    "Its config does not say what it gives: it is read as one by the distance, as MiDaS and DPT give it.": (
        "其配置没有说明输出的含义：按距离的倒数读取，与 MiDaS 和 DPT 相同。"
    ),
    "It was saved without its part for the field of view, so it gives no metres.": (
        "它保存时没有视场部分，因此不给出米。"
    ),
    "Its image processor crops the centre of a picture; what is found in the crop is stretched over the whole "
    "picture, as the model's own library does.": (
        "其图像处理器裁剪图像中央；裁剪部分的结果被拉伸到整幅图像，与模型自己的库相同。"
    ),
    "Its image processor crops the centre of a picture; the mask of the crop is stretched over the whole "
    "picture, as the model's own library does.": (
        "其图像处理器裁剪图像中央；裁剪部分的掩码被拉伸到整幅图像，与模型自己的库相同。"
    ),
    "Its image processor may pad a picture; the mask of the padded picture is stretched over the picture, as "
    "the model's own library does.": ("其图像处理器可能填充图像；填充后图像的掩码被拉伸到原图像，与模型自己的库相同。"),
    "The picture had been encoded for an earlier prompt: the time is that of this prompt alone.": (
        "图像已为先前的提示编码：耗时只是此提示的。"
    ),
    "{unanswered} of {n} prompts have no mask; it is asked by {asked_by}.": (
        "{n} 个提示中有 {unanswered} 个没有掩码；以{asked_by}询问。"
    ),
    "The model gives {shape} classes, but its config names {count}.": (
        "模型给出 {shape} 个类别，但其配置列出 {count} 个。"
    ),
    "Nothing is left of the picture at this scale.": "在此倍率下图像不剩任何内容。",
    "Choose a smaller scale, or leave it out.": "请选择较小的倍率，或不设倍率。",
    "{width} x {height} px made {scale} times larger are more than {most_pixels} megapixels.": (
        "{width} x {height} px 放大 {scale} 倍后超过 {most_pixels} 百万像素。"
    ),
    "Give a part of the picture, or a model of a smaller scale.": "请给出图像的一部分，或倍率较小的模型。",
    "Run in {n} tiles; steps of brightness at their seams are {ratio} times those elsewhere{seen}.": (
        "分 {n} 块运行；接缝处的亮度跳变是别处的 {ratio} 倍{seen}。"
    ),
    "This network must see the whole picture, and was not run in tiles.": "此网络必须看到整幅图像，没有分块运行。",
    "{smaller}: set tile_px, such as to 256, or take another device.": (
        "{smaller}：请设置 tile_px，例如 256，或使用另一设备。"
    ),
    "This model looks for what is named in words, and nothing is named.": (
        "此模型查找以文字指定的内容，而没有指定任何内容。"
    ),
    "Type it in How tasks are run… in the window, --set phrases=cell,nucleus on the command line, "
    "task_params={'phrases': ('cell', 'nucleus')} in Python.": (
        "请在窗口的“任务运行方式…”中输入，或在命令行用 --set phrases=cell,nucleus，或在 Python 用 task_params={{"
        "'phrases': ('cell', 'nucleus')}}。"
    ),
    "'{text}' is {count} tokens, and the model reads {longest}.": (
        "“{text}”有 {count} 个词元，而模型读取 {longest} 个。"
    ),
    "Name fewer things, or in fewer words.": "请指定更少的内容，或使用更少的词。",
    "{words}; where two meet they agree on {percent} of px. The network sees no farther than a tile: one that "
    "looks at the whole picture, or normalises over it, says something else in a whole run.": (
        "{words}；两块相接处有 {percent} 的像素一致。网络的视野不超过一块：需要看整幅图像或对其归一化的网络，整体"
        "运行时结果会不同。"
    ),
    "The model's image processor crops the centre of what it is given, so that tiles would have gaps.": (
        "模型的图像处理器裁剪输入的中央，因此分块之间会有空隙。"
    ),
    "Leave --tile out for this model.": "请对此模型去掉 --tile。",
    "Tiles of {tile_px} px cannot overlap by {overlap_px} px.": ("{tile_px} px 的分块不能重叠 {overlap_px} px。"),
    "Choose a larger tile_px, or a smaller overlap_px.": ("请选择较大的 tile_px，或较小的 overlap_px。"),
    "{title} changes nothing here: this model has no layer that it can convert.": (
        "{title} 在此不起作用：此模型没有它可转换的层。"
    ),
    "{title} would convert {distinct} of this model's {count} parameters, {share} of its weights: a lane of "
    "that name needs {least}.": (
        "{title} 只会转换此模型 {count} 个参数中的 {distinct} 个，占其权重的 {share}：以此命名的模型至少需要 {least}。"
    ),
    "Give a folder with the config.json of {model_noun}.": ("请给出含 {model_noun} 的 config.json 的文件夹。"),
    "No family of models for {task} knows {folder}.": "没有用于 {task} 的模型族认识 {folder}。",
    'Its config.json does not say which model it is: add its "model_type", such as "bert".': (
        '其 config.json 没有说明是哪种模型：请添加其 "model_type"，例如 "bert"。'
    ),
    "The model in {name} cannot be set up: {first_line}.": ("无法建立 {name} 中的模型：{first_line}。"),
    "Check its config and tokenizer files, or download or save the model again.": (
        "请检查其配置和分词器文件，或重新下载或保存模型。"
    ),
    "The variant {variant} did nothing: {what} no part of this model's pass.": (
        "变体 {variant} 不起作用：{what}此模型推理的任何部分。"
    ),
    "{title} computes one forward pass, and this model is run by its parts or word by word.": (
        "{title} 计算一次前向推理，而此模型分部或逐词运行。"
    ),
    "Choose a variant that torch computes.": "请选择由 torch 计算的变体。",
    "Try another model or another sample.": "请尝试其他模型或样本。",
    "Save one under the sample's name, or leave the sample out.": "请以样本的名称保存一个，或去掉该样本。",
    "Nothing is saved for {name}, which is taken to mean that nothing was detected.": (
        "{name} 没有保存的预测，视为没有检出任何目标。"
    ),
    "There is no saved prediction for {name}.": "没有 {name} 的保存的预测。",
    "{title} was read for the sample {first} too: both go by this name.": (
        "{title} 也已为样本 {first} 读取：两者同名。"
    ),
    "torch.compile cannot compile this model: {first_line}.": ("torch.compile 无法编译此模型：{first_line}。"),
    "This model cannot run in {precision} on {device}: {first_line}.": (
        "此模型无法在 {device} 上以 {precision} 运行：{first_line}。"
    ),
}
"""By the English text."""
