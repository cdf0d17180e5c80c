"""What metrics of texts are, in English and in Simplified Chinese, sentence by sentence."""

from typing import Final

TEXTS: Final = (
    (
        "Share of masks, of all texts together, whose most probable word is the right one, without regard to "
        "case and white space.",
        "全部文本的掩码中，概率最高的词正确者所占比例；不计大小写和空白。",
    ),
    (
        "Share of masks, of all texts together, with the right word among the candidates that the run keeps, k "
        "of them (5 if not chosen).",
        "全部文本的掩码中，正确的词在运行所保留的 k 个候选之内者所占比例（未选定时为 5 个）。",
    ),
    (
        "Mean reciprocal rank of the right word among the candidates that the run keeps; 0 where it is none of them.",
        "正确的词在运行所保留的候选中名次倒数的平均值；不在候选中时为 0。",
    ),
    (
        "Mean over the masks of all texts.",
        "对全部文本的掩码取平均。",
    ),
    (
        "1 for a mask whose most probable word is the right one, else 0.",
        "掩码处概率最高的词正确时为 1，否则为 0。",
    ),
    (
        "Exact match as SQuAD scores it: share of questions whose answer is one of those accepted, without "
        "regard to case, punctuation and articles.",
        "按 SQuAD 计分的精确匹配：答案与某个可接受答案相同的问题所占比例，不计大小写、标点和冠词。",
    ),
    (
        "F1 as SQuAD scores it: words shared with the nearest accepted answer, without regard to case, "
        "punctuation and articles, mean over questions; of a question without an answer 1 or 0.",
        "按 SQuAD 计分的 F1：与最接近的可接受答案共有的词，不计大小写、标点和冠词，对问题取平均；没有答案的问题"
        "为 1 或 0。",
    ),
    (
        "F1 as SQuAD scores it, mean over the questions that have an answer.",
        "按 SQuAD 计分的 F1，对有答案的问题取平均。",
    ),
    (
        'Share of the questions without an answer of which the model says so: it holds "no answer" for at least '
        "as probable as its best answer.",
        "没有答案的问题中，模型判为没有答案者所占比例：它认为“没有答案”至少与其最佳答案同样可能。",
    ),
    (
        "F1 of the answer as SQuAD scores it, against the nearest accepted one; of a question without an answer "
        "1 where the model says so, else 0.",
        "答案按 SQuAD 计分的 F1，与最接近的可接受答案比较；没有答案的问题，模型如此判断时为 1，否则为 0。",
    ),
    (
        "F-measure of shared words (Lin 2004).",
        "共有词的 F 值（Lin，2004）。",
    ),
    (
        "Mean over texts; of several targets the best counts.",
        "对文本取平均；有多个目标文本时取最好者。",
    ),
    (
        "Words are as rouge-score's own tokenizer makes them of ASCII: lower-cased letters and digits, without "
        "stemming.",
        "对 ASCII 文本，分词与 rouge-score 自带的分词器相同：转为小写的字母和数字，不取词干。",
    ),
    (
        "That one drops all other letters; here they count, Chinese and Japanese by character, and Thai, Lao, "
        "Khmer and Burmese as one word between spaces.",
        "该分词器丢弃其他文字；此处则计入：中文和日文按字，泰文、老挝文、高棉文和缅甸文以空格间的部分为一个词。",
    ),
    (
        "F-measure of shared pairs of words (Lin 2004).",
        "共有相邻词对的 F 值（Lin，2004）。",
    ),
    (
        "F-measure of the longest common subsequence of words, gaps allowed, of the text as a whole, not "
        "sentence by sentence (Lin 2004).",
        "最长公共词子序列（允许间隔）的 F 值，对整篇文本计算，而不是逐句计算（Lin，2004）。",
    ),
    (
        "F-score of shared character n-grams of 1 to 6, white space left out, recall counting twice (Popović "
        "2015), 0 to 100, over all texts together, by sacrebleu: nrefs:var|case:mixed|eff:yes|nc:6|nw:0|space:no.",
        "共有字符 n 元组（1 至 6）的 F 值，不计空白，召回率权重加倍（Popović，2015），0 至 100，由全部文本合并"
        "计算，用 sacrebleu：nrefs:var|case:mixed|eff:yes|nc:6|nw:0|space:no。",
    ),
    (
        "Of several targets the one counts that fits a text best.",
        "有多个目标文本时取与文本最相符者。",
    ),
    (
        "Shared n-grams of 1 to 4 words with a penalty for brevity (Papineni et al. 2002), 0 to 100, over all "
        "texts together, not their mean, by sacrebleu: nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp.",
        "共有的 1 至 4 词 n 元组，带过短惩罚（Papineni 等，2002），0 至 100，由全部文本合并计算，不是逐篇平均，"
        "用 sacrebleu：nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp。",
    ),
    (
        "One text alone is scored as sacrebleu's sentence_score does, with effective order (eff:yes): n-grams "
        "longer than the text are left out.",
        "只有一篇文本时，按 sacrebleu 的 sentence_score 以有效阶数计分（eff:yes）：长于文本的 n 元组不计。",
    ),
    (
        "Texts that together hold no 4 words in a row have 0.",
        "全部文本中没有连续 4 个词时为 0。",
    ),
    (
        "Chinese and Japanese are not divided into words; chrF says more of them.",
        "中文和日文不分词；对它们 chrF 更能说明问题。",
    ),
    (
        "Share of texts that equal a target letter by letter, but for white space at the ends.",
        "除首尾空白外与某个目标文本逐字相同的文本所占比例。",
    ),
    (
        "Exponential of the mean negative log-likelihood of a token, in nats, over the tokens of all texts "
        "together: of the first target's, and for encoder-decoders the one that ends it, given the text.",
        "词元的平均负对数似然（以 nat 计）的指数，对全部文本的词元合并计算：取第一个目标文本的词元，编码器-解码"
        "器还包括结束词元，以文本为条件。",
    ),
    (
        "Lanes with other tokenizers count other tokens, and do not compare.",
        "分词器不同的模型词元也不同，不可比较。",
    ),
    (
        "Exponential of the mean negative log-likelihood of a token, in nats, over the tokens of all texts "
        "together: of the text's own, each given those before it, without the frame of a chat; no reference is "
        "needed, and none counts as scored by it.",
        "词元的平均负对数似然（以 nat 计）的指数，对全部文本的词元合并计算：取文本自身的词元，各以其前面的词元"
        "为条件，不含对话模板；不需要参考标注，也不因此算作已评分。",
    ),
    (
        "Share of texts that are an expression, of those for which the reference has cases.",
        "参考标注带测试用例的文本中，是合法表达式者所占比例。",
    ),
    (
        "Share of texts that are an expression with the right value for every case of the reference, of those "
        "that have cases; real numbers may differ by a part in 10^9.",
        "参考标注带测试用例的文本中，表达式对每个用例都得出正确值者所占比例；实数允许相差 10^9 分之一。",
    ),
    (
        "1 for a text whose expression has the right value for every case, else 0, where the reference has cases.",
        "参考标注带测试用例时，表达式对每个用例都得出正确值为 1，否则为 0。",
    ),
    (
        "Else ROUGE-L of the text.",
        "参考标注不带测试用例时，为文本的 ROUGE-L。",
    ),
    (
        "Share of texts whose class is right (the most probable one, of equals the first); where a text may have "
        "several, all classes of at least the run's threshold, 0.5 if not chosen, and no other.",
        "类别正确的文本所占比例（取概率最高者，相等时取第一个）；文本可有多个类别时，取概率不低于运行阈值（未选"
        "定时为 0.5）的全部类别，不多也不少。",
    ),
    (
        "Each is of all texts together.",
        "各由全部文本合并计算。",
    ),
    (
        "Classes in neither reference nor prediction are left out; those that only one of them has count as 0, "
        "also what the reference's label set lacks.",
        "参考标注和预测中都没有的类别不计；只有一方有的计为 0，参考标注标签集缺少的类别也是如此。",
    ),
    (
        "Matthews' correlation coefficient for any number of classes (Gorodkin 2004), −1 to 1, over all texts "
        "together, which must have one class each; 0 is what chance gives.",
        "适用于任意类别数的 Matthews 相关系数（Gorodkin，2004），−1 至 1，由全部文本合并计算，每篇文本须只有一"
        "个类别；0 相当于随机猜测。",
    ),
    (
        "Expected calibration error (Guo et al. 2017): gap between mean probability and share of hits in 15 bins "
        "of equal width, weighted by how many texts each holds, over all texts together; of the class said, or, "
        "where a text may have several, of every class.",
        "期望校准误差（Guo 等，2017）：15 个等宽分箱中平均概率与命中率之差，按各箱的文本数加权，由全部文本合并"
        "计算；取所给出的类别，文本可有多个类别时取每个类别。",
    ),
    (
        "Chance raises it, the more the fewer there are and not in all lanes alike, so that no difference is tested.",
        "偶然性会使其偏高，数量越少偏高越多，且各列程度不同，因此不检验其差异。",
    ),
    (
        "Of texts with one class each it equals the accuracy.",
        "每篇文本只有一个类别时，等于准确率。",
    ),
    (
        "Precision over all classes together.",
        "全部类别合并计算的精确率。",
    ),
    (
        "Recall over all classes together.",
        "全部类别合并计算的召回率。",
    ),
    (
        "Harmonic mean of the class's precision and recall over all texts.",
        "该类别在全部文本上的精确率与召回率的调和平均。",
    ),
    (
        "Share of the texts given the class that really have it.",
        "被判为该类别的文本中确属该类别者所占比例。",
    ),
    (
        "Share of the texts of the class that are given it.",
        "属于该类别的文本中被判为该类别者所占比例。",
    ),
    (
        "1 for a text whose class is right (the most probable one, of equals the first); where a text may have "
        "several, all classes of at least the run's threshold, 0.5 if not chosen, and no other; else 0.",
        "文本的类别正确（取概率最高者，相等时取第一个）时为 1；文本可有多个类别时，取概率不低于运行阈值（未选定"
        "时为 0.5）的全部类别，不多也不少；否则为 0。",
    ),
    (
        "Texts of the class among those that were compared with a reference.",
        "与参考标注比较过的文本中属于该类别的文本数。",
    ),
    (
        "Else chrF of the text, divided by 100.",
        "参考标注不带测试用例时，为文本的 chrF 除以 100。",
    ),
    (
        "Harmonic mean of precision and recall.",
        "精确率与召回率的调和平均。",
    ),
    (
        "An entity is right when its start, its end and its type are, as seqeval counts in its default mode: a "
        "tag I- with nothing to go on from begins one.",
        "实体的起点、终点和类型都正确才算正确，与 seqeval 的默认模式相同：前面没有可接续者的 I- 标签开始一个新实体。",
    ),
    (
        "Equal ones of a text count once; counted over all texts together (micro average).",
        "一篇文本中相同的实体只计一次；由全部文本合并计算（微平均）。",
    ),
    (
        "Share of the predicted entities that are right.",
        "预测实体中正确者所占比例。",
    ),
    (
        "Share of the reference's entities that are found.",
        "参考标注实体中被找到者所占比例。",
    ),
    (
        "Strict F1 of each type over all texts together, averaged over types with equal weights.",
        "各类型由全部文本合并计算的严格 F1，按类型等权平均。",
    ),
    (
        "Types in neither reference nor prediction are left out; those that only one of them has count as 0, "
        "also what the reference's label set lacks.",
        "参考标注和预测中都没有的类型不计；只有一方有的计为 0，参考标注标签集缺少的类型也是如此。",
    ),
    (
        "F1 over spans, whatever their type: right when start and end are; of all texts together.",
        "不论类型的片段 F1：起点和终点都正确即为正确；由全部文本合并计算。",
    ),
    (
        "Share of the reference's entities, of all texts together, that are found with start and end but as "
        "another type.",
        "全部文本的参考标注实体中，起点和终点正确但类型错误者所占比例。",
    ),
    (
        "Share of the reference's entities, of all texts together, that are found in part, or with more than "
        "belongs to them, as whatever type.",
        "全部文本的参考标注实体中，只找到一部分或多出一部分者所占比例，不论类型。",
    ),
    (
        "Share of the reference's entities, of all texts together, that nothing predicted overlaps.",
        "全部文本的参考标注实体中，没有任何预测与之重叠者所占比例。",
    ),
    (
        "Share of the predicted entities, of all texts together, that stand for none of the reference.",
        "全部文本的预测实体中，不对应任何参考标注实体者所占比例。",
    ),
    (
        "Strict F1 of the type.",
        "该类型的严格 F1。",
    ),
    (
        "Of the type's predicted entities.",
        "该类型的预测实体中正确者所占比例。",
    ),
    (
        "Of the type's entities in the reference.",
        "该类型的参考标注实体中被找到者所占比例。",
    ),
    (
        "1 for an entity of the reference that is found with its start, its end and its type; else 0.",
        "参考标注实体的起点、终点和类型都被找到时为 1，否则为 0。",
    ),
    (
        "Entities of the type in the references, equal ones of a text once.",
        "该类型在参考标注中的实体数，一篇文本中相同的只计一次。",
    ),
)
