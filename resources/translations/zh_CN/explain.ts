<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Alike</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>区域内</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分散度</translation>
    </message>
    <message>
        <source>correlation (Pearson) with the pinned lane, or else the first, from -1 to 1</source>
        <translation>与基准模型（没有时为第一个模型）的 Pearson 相关系数，-1 至 1</translation>
    </message>
    <message>
        <source>how far the weight is spread, from 0 (one point) to 1 (everywhere alike)</source>
        <translation>权重的分散程度，0（集中于一点）至 1（处处相同）</translation>
    </message>
    <message>
        <source>mean distance of what is attended to, in px</source>
        <translation>所关注位置的平均距离，单位 px</translation>
    </message>
    <message>
        <source>mean distance of what is attended to, in tokens</source>
        <translation>所关注位置的平均距离，单位词元</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>share of the weight inside the reference's region at the place</source>
        <translation>落在该位置参考区域内的权重占比</translation>
    </message>
    <message>
        <source>whether the largest weight lies inside the reference's region</source>
        <translation>最大权重是否落在参考区域内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>ExplainChoices</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>观察层</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>层组</translation>
    </message>
    <message>
        <source>The layer that Grad-CAM looks at, in lanes that have one of that name</source>
        <translation>Grad-CAM 观察的层（限有同名层的模型）</translation>
    </message>
    <message>
        <source>The layer, at the same relative depth in every lane: left the first one</source>
        <translation>层，在各模型中取相同的相对深度：最左为第一层</translation>
    </message>
    <message>
        <source>Walk through the layers</source>
        <translation>逐层查看</translation>
    </message>
    <message>
        <source>What attends to the place</source>
        <translation>何处关注该位置</translation>
    </message>
    <message>
        <source>What the place attends to</source>
        <translation>该位置关注何处</translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation>按预测结果</translation>
    </message>
    <message>
        <source>attends to it</source>
        <translation>关注该位置</translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>it attends to</source>
        <translation>该位置关注</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>全部平均</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Ask about the whole sample instead of a place</source>
        <translation>查询整个样本，而不是某一位置</translation>
    </message>
    <message>
        <source>Asked: “{word}”, which {lane} wrote. What it looks at is shaded in the text.</source>
        <translation>查询：{lane} 写出的“{word}”。它所关注的内容在文本中着色显示。</translation>
    </message>
    <message>
        <source>Asking the lanes…</source>
        <translation>正在查询模型…</translation>
    </message>
    <message>
        <source>Click a word, in the text or in what a lane wrote.</source>
        <translation>单击文本中或模型写出的一个词。</translation>
    </message>
    <message>
        <source>Does not show: {words}</source>
        <translation>不能说明：{words}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>整个样本</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>No lane can be asked about this sample.</source>
        <translation>没有模型可以查询此样本。</translation>
    </message>
    <message>
        <source>Not for these lanes: {why}</source>
        <translation>不适用于这些模型：{why}</translation>
    </message>
    <message>
        <source>Off: each lane has its own scale, and colours do not compare between lanes. Off by itself for methods whose values do not compare</source>
        <translation>关闭时各模型使用各自的色标，颜色不能在模型之间比较。对数值不可比的方法会自动关闭</translation>
    </message>
    <message>
        <source>One scale for all lanes</source>
        <translation>所有模型使用同一色标</translation>
    </message>
    <message>
        <source>See why: what each model attends to, or what its answer rests on, at any place.</source>
        <translation>了解原因：各模型在任一位置关注什么，或其答案的依据是什么。</translation>
    </message>
    <message>
        <source>Show explanations</source>
        <translation>显示解释</translation>
    </message>
    <message>
        <source>Show what every lane attends to, or what its answer rests on (E)</source>
        <translation>显示各模型的注意力热图，或其答案的依据（E）</translation>
    </message>
    <message>
        <source>Shows: {words}</source>
        <translation>说明：{words}</translation>
    </message>
    <message>
        <source>The lanes keep {kept} of this sample; all attention weights would take {eager}.</source>
        <translation>各模型为此样本保留 {kept}；全部注意力权重需要 {eager}。</translation>
    </message>
    <message>
        <source>The text is shaded as {lane} attends to it; click in another cell with a written text to switch.</source>
        <translation>文本按 {lane} 的注意力着色；单击另一个含生成文本的单元格可切换。</translation>
    </message>
    <message>
        <source>This method's values are in units of each network's own score: they do not compare between lanes.</source>
        <translation>此方法的数值以各网络自身的分数为单位，不能在模型之间比较。</translation>
    </message>
    <message>
        <source>each lane's own scale</source>
        <translation>各模型使用各自的色标</translation>
    </message>
    <message>
        <source>one scale for all lanes</source>
        <translation>所有模型使用同一色标</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>All layers and heads</source>
        <translation>所有层和头</translation>
    </message>
    <message>
        <source>Layer {layer}, head {head}</source>
        <translation>第 {layer} 层，第 {head} 头</translation>
    </message>
</context>
<context>
    <name>OverviewBox</name>
    <message>
        <source>All heads of</source>
        <translation>所有头，来自</translation>
    </message>
</context>
</TS>
