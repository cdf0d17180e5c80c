<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DisagreementPanel</name>
    <message>
        <source>Disagreement</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Here stand the objects, regions, entities and texts on which two lanes differ: what only the larger one has right, what only the smaller one has, what both have wrong. J and K go through them. It needs references and a run of two models of one task.</source>
        <translation>这里列出两个模型存在分歧的目标、区域、实体和文本：仅较大模型正确的、仅较小模型正确的，以及两者都错的。按 J 和 K 逐个查看。需要参考标注，以及同一任务两个模型的一次运行。</translation>
    </message>
    <message>
        <source>Left out, since one of the lanes has no score of them: {n}.</source>
        <translation>因其中一个模型没有评分而未列出：{n} 个。</translation>
    </message>
    <message>
        <source>Narrow metrics, grain, cost and inputs to the units of this group</source>
        <translation>将指标、粒度、代价和输入限定到这一组的单元</translation>
    </message>
    <message>
        <source>Narrow to these</source>
        <translation>限定到这些</translation>
    </message>
    <message>
        <source>No unit is in this group.</source>
        <translation>这一组中没有单元。</translation>
    </message>
    <message>
        <source>One unit after the other</source>
        <translation>逐个单元</translation>
    </message>
    <message>
        <source>Only {lane} has units with scores here. Run a second model of the same task.</source>
        <translation>只有 {lane} 的单元有评分。请再运行一个同任务的模型。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The lane on the left: the smaller one</source>
        <translation>左侧的模型：较小者</translation>
    </message>
    <message>
        <source>The lane on the right: the larger one</source>
        <translation>右侧的模型：较大者</translation>
    </message>
    <message>
        <source>What the errors of both have in common</source>
        <translation>两者错误的共同之处</translation>
    </message>
    <message>
        <source>Which units</source>
        <translation>哪些单元</translation>
    </message>
    <message>
        <source>Who has them right</source>
        <translation>谁判断正确</translation>
    </message>
    <message>
        <source>{lane} was scored against other references in {samples}, left out here.</source>
        <translation>{lane} 在{samples}上依据其他参考标注评分，此处不列入。</translation>
    </message>
    <message>
        <source>{n} marked as 'reference is wrong' count in all metrics; a slice can leave them out.</source>
        <translation>标记为“参考标注有误”的 {n} 个仍计入所有指标；可用切片将其排除。</translation>
    </message>
    <message>
        <source>{n} marked as wrong, and still counted.</source>
        <translation>{n} 个标记为有误，仍计入。</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Mark as '{mark}' the unit that is looked at, or else the sample: key {key}. Once more removes the mark.</source>
        <translation>将正在查看的单元（没有时为样本）标记为“{mark}”：快捷键 {key}。再按一次取消标记。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write a note beside the mark</source>
        <translation>在标记旁写备注</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All units that both have a score of</source>
        <translation>两者都有评分的全部单元</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class, taken for</source>
        <translation>类别，误判为</translation>
    </message>
    <message>
        <source>Click to narrow everything to these units</source>
        <translation>单击可将所有内容限定到这些单元</translation>
    </message>
    <message>
        <source>Cohen's kappa of their errors is not defined here.</source>
        <translation>此处两者错误的 Cohen κ 无定义。</translation>
    </message>
    <message>
        <source>Confidence of the lane that is wrong, or of the surer of two that are</source>
        <translation>判断错误的模型的置信度；两者都错时取较高者</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Its class in the reference</source>
        <translation>参考标注中的类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>均不</translation>
    </message>
    <message>
        <source>No difference shown in how often they err (p {p}, {n} units of {samples} samples).</source>
        <translation>未显示两者的错误频率有差异（p {p}，{samples} 个样本中的 {n} 个单元）。</translation>
    </message>
    <message>
        <source>Only {lane}</source>
        <translation>仅 {lane}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Score of {second} less that of {first}</source>
        <translation>{second} 的得分减去 {first} 的得分</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>The size of the unit</source>
        <translation>单元的大小</translation>
    </message>
    <message>
        <source>There are no errors of {lanes} here.</source>
        <translation>此处 {lanes} 没有错误。</translation>
    </message>
    <message>
        <source>These units were chosen by what lanes make of them, so that nothing is said of who errs less often.</source>
        <translation>这些单元是按模型的结果选出的，因此不对谁的错误更少作结论。</translation>
    </message>
    <message>
        <source>They err on nearly the same units (Cohen's κ {kappa}).</source>
        <translation>两者几乎在相同的单元上出错（Cohen κ {kappa}）。</translation>
    </message>
    <message>
        <source>They err on the same units hardly more often than by chance (Cohen's κ {kappa}).</source>
        <translation>两者在相同单元上出错的频率与偶然情形相差无几（Cohen κ {kappa}）。</translation>
    </message>
    <message>
        <source>They err on the same units more often than by chance (Cohen's κ {kappa}).</source>
        <translation>两者在相同单元上出错的频率高于偶然（Cohen κ {kappa}）。</translation>
    </message>
    <message>
        <source>Too few samples have units that only one of them has right, to say which errs less.</source>
        <translation>仅一方正确的单元所在的样本过少，无法判断谁的错误更少。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Units of this task are neither right nor wrong, so that errors cannot be compared.</source>
        <translation>此任务的单元没有对错之分，因此无法比较错误。</translation>
    </message>
    <message>
        <source>Units that both have right</source>
        <translation>两者都正确的单元</translation>
    </message>
    <message>
        <source>Units that both have wrong</source>
        <translation>两者都错误的单元</translation>
    </message>
    <message>
        <source>Units that only {lane} has right</source>
        <translation>仅 {lane} 正确的单元</translation>
    </message>
    <message>
        <source>Units that {lane} scores by 0.1 more</source>
        <translation>{lane} 得分高出 0.1 以上的单元</translation>
    </message>
    <message>
        <source>Units that {lane} took so</source>
        <translation>{lane} 如此判断的单元</translation>
    </message>
    <message>
        <source>Units whose scores differ by 0.1 at most</source>
        <translation>得分相差不超过 0.1 的单元</translation>
    </message>
    <message>
        <source>What is thought of it</source>
        <translation>对它的看法</translation>
    </message>
    <message>
        <source>What {lane} took it for</source>
        <translation>{lane} 将其判断为</translation>
    </message>
    <message>
        <source>Where the unit is</source>
        <translation>单元所在位置</translation>
    </message>
    <message>
        <source>Which of its sample, as in units.csv</source>
        <translation>在样本中的序号，与 units.csv 一致</translation>
    </message>
    <message>
        <source>as</source>
        <translation>判为</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{lane} as</source>
        <translation>{lane} 判为</translation>
    </message>
    <message>
        <source>{lane} better</source>
        <translation>{lane} 更好</translation>
    </message>
    <message>
        <source>{lane} errs less often (McNemar's test by sample, p {p}, {n} units of {samples} samples).</source>
        <translation>{lane} 的错误更少（按样本的 McNemar 检验，p {p}，{samples} 个样本中的 {n} 个单元）。</translation>
    </message>
    <message>
        <source>{lane} right</source>
        <translation>{lane} 正确</translation>
    </message>
    <message>
        <source>{lane} wrong</source>
        <translation>{lane} 错误</translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>Copy this unit</source>
        <translation>复制此单元</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation>标记：{mark}</translation>
    </message>
</context>
</TS>
