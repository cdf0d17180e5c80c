"""Models of texts, in Simplified Chinese."""

from typing import Final

TEXT_MODELS: Final = {
    "Correct output.names.": "请更正 output.names。",
    "{folder} holds no config.json, so the classes and the window of the network are not known.": (
        "{folder} 没有 config.json，因此不知道网络的类别和窗口。"
    ),
    "Copy config.json and the tokenizer's files from the model that was exported.": (
        "请从导出前的模型复制 config.json 和分词器文件。"
    ),
    "{task} reads {len} outputs, and the description names {len_2}.": (
        "{task} 读取 {len} 个输出，而描述中列出 {len_2} 个。"
    ),
    "Save the model again with transformers.": "请用 transformers 重新保存模型。",
    "The file stores its weights as {formats}; they were unpacked to {precision}, so memory and times are "
    "those of {precision}, and what they say is that of the file's own numbers.": (
        "文件以 {formats} 存储权重；已解包为 {precision}，因此内存和耗时是 {precision} 的，而结果是文件自身数值的。"
    ),
    "The model knows several languages, and its generation_config.json names none to write in "
    "(forced_bos_token_id): unless the run says target_language, it writes in whichever it begins with.": (
        "模型支持多种语言，而其 generation_config.json 没有指定书写语言（forced_bos_token_id）：除非运行时指定 "
        "target_language，否则以它开始时的语言书写。"
    ),
    "{name} is a {name_2}, which has no encoder that reads texts.": ("{name} 是 {name_2}，没有读取文本的编码器。"),
    "Choose a model trained for {task}.": "请选择为 {task} 训练的模型。",
    "The system prompt is not used: the model has no chat template, or the run does not use it.": (
        "系统提示词没有使用：模型没有聊天模板，或运行时不用它。"
    ),
    "The sample's messages have a system message of their own; the run's system prompt is not used.": (
        "样本的消息有自己的系统消息；运行的系统提示词没有使用。"
    ),
    "The line end at the end of the text is no part of the message that the model was given.": (
        "文本末尾的换行不属于提供给模型的消息。"
    ),
    "The prompt is empty.": "提示词为空。",
    "Type a text.": "请输入文本。",
    "Only {new} of {wanted} new tokens fit into the model's window of {window}.": (
        "模型的窗口为 {window}，{wanted} 个新词元中只能容纳 {new} 个。"
    ),
    "The model's window holds {window} tokens, {new} of them new: the last {stop} of the prompt's {stop_2} "
    "were read.": (
        "模型的窗口可容纳 {window} 个词元，其中 {new} 个为新词元：读取了提示词 {stop_2} 个词元中的最后 {stop} 个。"
    ),
    "{what} is '{code}', which is none of the model's {len} languages.": (
        "{what} 为“{code}”，不在模型的 {len} 种语言之列。"
    ),
    "Near ones: {near}.": "相近的有：{near}。",
    "Its config names {len} prefixes for {task}; '{strip}' is used.": (
        "其配置为 {task} 列出 {len} 个前缀；使用“{strip}”。"
    ),
    "The model's chat template does not take messages of {roles}: {first_line}.": (
        "模型的聊天模板不接受 {roles} 的消息：{first_line}。"
    ),
    "Leave out the system prompt, or use roles that the model knows, or run without its chat template.": (
        "请去掉系统提示词，使用模型认识的角色，或不用其聊天模板运行。"
    ),
    "The model's tokenizer names no languages: source_language and target_language are not used.": (
        "模型的分词器没有列出语言：source_language 和 target_language 没有使用。"
    ),
    "The model does not say with which token its decoder begins.": "模型没有说明其解码器以哪个词元开始。",
    "Name decoder_start_token_id in its generation_config.json.": (
        "请在其 generation_config.json 中写明 decoder_start_token_id。"
    ),
    "The text is empty.": "文本为空。",
    "The model writes at most {new} new tokens, not {wanted}.": ("模型至多写出 {new} 个新词元，而不是 {wanted} 个。"),
    "The model's window holds {window} tokens: the first {stop} of the text's {stop_2} were read.": (
        "模型的窗口可容纳 {window} 个词元：读取了文本 {stop_2} 个词元中的前 {stop} 个。"
    ),
    "Its generation_config.json recommends {join}; the run's own parameters are used.": (
        "其 generation_config.json 建议 {join}；使用运行自己的参数。"
    ),
    "Correct id2label in config.json.": "请更正 config.json 中的 id2label。",
    "Save it again with transformers.": "请用 transformers 重新保存。",
    "The model does not ignore padding: texts of different lengths are run apart, so that what it says of one "
    "does not depend on the others.": ("模型不忽略填充：长度不同的文本分开运行，使各文本的结果互不影响。"),
    "What the model says of a text depends on the texts beside it or on chance: each is run by itself, "
    "whatever the batch size.": ("模型对一篇文本的结果取决于同批的文本或随机性：无论批大小如何，都逐个运行。"),
    "Whether the model ignores padding could not be found out, since it failed on a few words: each text is "
    "run by itself, whatever the batch size.": (
        "无法确定模型是否忽略填充，因为它在几个词上失败：无论批大小如何，每篇文本都单独运行。"
    ),
    "{len} tokens are more than the model's window of {window}: {len_2} windows that share {overlap} tokens "
    "were run; {joined}.": (
        "{len} 个词元超过模型的窗口 {window}：运行了 {len_2} 个窗口，重叠 {overlap} 个词元；{joined}。"
    ),
    "{count} {count_2} in the part that was left out.": "{count} {count_2}在舍弃的部分中。",
    "The model's tokenizer knows no mask.": "模型的分词器没有掩码词元。",
    "Choose a model trained for fill-mask, with its own tokenizer.": ("请选择为 fill-mask 训练、有自己分词器的模型。"),
    "The text has no mask.": "文本没有掩码。",
    "Write {join} where a word is missing.": "请在缺词处写 {join}。",
    "The text's masks are in the part that was left out.": "文本的掩码在舍弃的部分中。",
    "Let long texts run by windows.": "请让长文本按窗口运行。",
    "There is no question.": "没有问题。",
    "Give the sample a question; its text is the context.": "请给样本一个问题；其文本为上下文。",
    "The text is empty: what the model says of it rests on no word.": "文本为空：模型的结果不以任何词为依据。",
    "{count} {what} that no tokenizer takes (NUL, lone surrogates) went to the model as U+FFFD.": (
        "有 {count} 个分词器不接受的 {what}（NUL、孤立的代理项）以 U+FFFD 提供给模型。"
    ),
    "The model does not read {words}.": "模型不读取{words}。",
    "{name} cannot tell where its tokens stand in a text, and this task needs that.": (
        "{name} 无法给出其词元在文本中的位置，而此任务需要它。"
    ),
    "Save the model with a fast tokenizer (tokenizer.json), or choose another one.": (
        "请为模型保存快速分词器（tokenizer.json），或选择其他模型。"
    ),
    "The model gives {shape} tags, but its config names {len}.": ("模型给出 {shape} 个标签，但其配置列出 {len} 个。"),
    "{folder} holds no tokenizer, so it is unknown how texts are cut for this model.": (
        "{folder} 没有分词器，因此不知道如何为此模型切分文本。"
    ),
    "Copy tokenizer.json and tokenizer_config.json from the model's original repository.": (
        "请从模型的原始仓库复制 tokenizer.json 和 tokenizer_config.json。"
    ),
    "The tokenizer in {folder} cannot be loaded: {first_line}.": ("无法加载 {folder} 中的分词器：{first_line}。"),
    "A text of {n_chars} characters cannot be cut into tokens: the limit is {max_run_chars}.": (
        "{n_chars} 个字符的文本无法切分为词元：上限为 {max_run_chars}。"
    ),
    "Of the model's window of {limit} tokens, {fixed} are taken by what goes with the text: special tokens, a "
    "prefix, a question or the other text of a pair.": (
        "模型的窗口为 {limit} 个词元，其中 {fixed} 个用于文本的附加部分：特殊词元、前缀、问题或文本对的另一篇。"
    ),
    "Shorten that, or choose a model with a longer window.": "请将其缩短，或选择窗口更大的模型。",
}
"""By the English text."""
