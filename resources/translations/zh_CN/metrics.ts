<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Metrics</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Corrected for all that this table says (Holm): p {p}.</source>
        <translation>按本表全部比较校正（Holm）：p {p}。</translation>
    </message>
    <message>
        <source>Difference {mean}, 95 % interval {low} to {high} (studentised bootstrap of whole samples).</source>
        <translation>差异 {mean}，95% 置信区间 {low} 至 {high}（以样本为单位的学生化自助法）。</translation>
    </message>
    <message>
        <source>Forward ms</source>
        <translation>前向推理 ms</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>May be chance.</source>
        <translation>可能出于偶然。</translation>
    </message>
    <message>
        <source>More than chance.</source>
        <translation>超出偶然。</translation>
    </message>
    <message>
        <source>No references, so nothing to score against. Add references, or see where lanes differ (X).</source>
        <translation>没有参考标注，无从评分。请添加参考标注，或查看模型的差异之处（X）。</translation>
    </message>
    <message>
        <source>Not scored on all {n} samples: {lanes}. Such values are never bold, since they rest on other samples; Δ is over shared ones.</source>
        <translation>未在全部 {n} 个样本上评分：{lanes}。此类数值基于不同的样本，因此不加粗；Δ 基于共有样本。</translation>
    </message>
    <message>
        <source>Not shown to differ by less than {margin}, the margin that was set (p {p}).</source>
        <translation>未显示差异小于设定的界值 {margin}（p {p}）。</translation>
    </message>
    <message>
        <source>On the {samples} of both: {value}, {pinned} {base}.</source>
        <translation>在两者共有的{samples}上：{value}，{pinned} 为 {base}。</translation>
    </message>
    <message>
        <source>One as large as this would take about {n} samples.</source>
        <translation>要证实这么大的差异，约需 {n} 个样本。</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>References, but nothing is scored: below each sample and in the log it stands why. Where classes have other names, say which is which: Edit ▸ Match classes… (Ctrl+K).</source>
        <translation>有参考标注，但没有评分：原因见各样本下方和日志。如类别名称不同，请指定对应关系：“编辑 ▸ 匹配类别…”（Ctrl+K）。</translation>
    </message>
    <message>
        <source>Shown to differ by less than {margin}, the margin that was set (p {p}).</source>
        <translation>差异小于设定的界值 {margin}（p {p}）。</translation>
    </message>
    <message>
        <source>So many samples show a true difference of {least} in 80 % of cases.</source>
        <translation>这么多样本有 80% 的把握发现 {least} 的真实差异。</translation>
    </message>
    <message>
        <source>The class that it was most often taken for by mistake, and how often.</source>
        <translation>最常被误判为的类别及其频率。</translation>
    </message>
    <message>
        <source>These samples were chosen by what lanes make of them: lanes differ among them by that choice alone, so that no difference and no interval is told.</source>
        <translation>这些样本是按模型的结果选出的：仅这一选择就会造成差异，因此不给出差异和置信区间。</translation>
    </message>
    <message>
        <source>Tokens per s</source>
        <translation>吞吐量（词元/s）</translation>
    </message>
    <message>
        <source>first {ms} ms</source>
        <translation>首个 {ms} ms</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>not in the reference</source>
        <translation>参考标注中没有</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{difference} (n = {n})</source>
        <translation>{difference}（n = {n}）</translation>
    </message>
    <message>
        <source>{difference} on {n} shared</source>
        <translation>{difference}（共有 {n} 个）</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} 个失败</translation>
    </message>
    <message>
        <source>{n} scored</source>
        <translation>{n} 个已评分</translation>
    </message>
    <message>
        <source>Δ without ±: too few samples (fewer than {least}, or fewer than {different} in which the lanes differ) to tell a difference from chance.</source>
        <translation>不带 ± 的 Δ：样本过少（少于 {least} 个，或有差异的样本少于 {different} 个），无法区分差异与偶然。</translation>
    </message>
</context>
<context>
    <name>MetricsPanel</name>
    <message>
        <source>Add models to compare; each becomes a lane with a row here.</source>
        <translation>添加要比较的模型；每个模型在此占一行。</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>所有样本</translation>
    </message>
    <message>
        <source>CSV files have every column</source>
        <translation>CSV 文件包含所有列</translation>
    </message>
    <message>
        <source>Class by class, over all samples</source>
        <translation>逐类别，基于所有样本</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较对象…</translation>
    </message>
    <message>
        <source>Fewer columns</source>
        <translation>更少列</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No lane has a result for this sample yet.</source>
        <translation>尚无模型对此样本给出结果。</translation>
    </message>
    <message>
        <source>No references, so nothing to score against. Add references to see metrics.</source>
        <translation>没有参考标注，无从评分。请添加参考标注以查看指标。</translation>
    </message>
    <message>
        <source>On the sample that is shown</source>
        <translation>基于当前显示的样本</translation>
    </message>
    <message>
        <source>Over all samples together</source>
        <translation>基于全部样本</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>视为</translation>
    </message>
    <message>
        <source>The lane that the others are compared with</source>
        <translation>供其他模型比较的基准模型</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>此样本</translation>
    </message>
    <message>
        <source>{n} more columns</source>
        <translation>另有 {n} 列</translation>
    </message>
    <message>
        <source>Δ to {lane}</source>
        <translation>与 {lane} 的 Δ</translation>
    </message>
</context>
</TS>
