<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HeadlineBar</name>
    <message>
        <source>Nothing is scored yet.</source>
        <translation>尚无评分。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Show the verdict, tables and plots (Ctrl+J)</source>
        <translation>显示结论、表格和图（Ctrl+J）</translation>
    </message>
    <message>
        <source>The best {metric}, n = {n}</source>
        <translation>{metric} 最优，n = {n}</translation>
    </message>
    <message>
        <source>The first scores are on their way.</source>
        <translation>首批评分即将得出。</translation>
    </message>
    <message>
        <source>{lane}: {metric} {value}</source>
        <translation>{lane}：{metric} {value}</translation>
    </message>
</context>
<context>
    <name>MarginButton</name>
    <message>
        <source>Forget what was set: again 2 % of a metric's best value, 0.25 dB of PSNR, and of what is better the lower 2 % of the smaller model's value</source>
        <translation>恢复默认：指标最优值的 2%，PSNR 为 0.25 dB，越低越好的指标为较小模型数值的 2%</translation>
    </message>
    <message>
        <source>Margin {margin}</source>
        <translation>界值 {margin}</translation>
    </message>
    <message>
        <source>The margin is the smallest difference that matters to you, in the metric's unit. A smaller model is called enough where it is shown to be worse by less than this. Kept in the session.</source>
        <translation>界值是对您有意义的最小差异，以指标的单位表示。若能表明较小模型的差距小于界值，则称其已足够。保存在会话中。</translation>
    </message>
    <message>
        <source>Usual margins</source>
        <translation>默认界值</translation>
    </message>
    <message>
        <source>{title}: {margin}, set by you</source>
        <translation>{title}：{margin}，由您设定</translation>
    </message>
    <message>
        <source>{title}: {margin}, the usual one</source>
        <translation>{title}：{margin}，默认值</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Click: narrow everything to this, and list its samples.</source>
        <translation>单击：将所有内容限定于此，并列出其样本。</translation>
    </message>
    <message>
        <source>{what} {weights} For the interval are drawn anew: {drawn}</source>
        <translation>{what}{weights}置信区间的重抽样：{drawn}</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Copy passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Here stands what the comparison comes to: which model is enough, where the larger one is needed, how surely, and at what cost. It needs two models with one task, and references.</source>
        <translation>这里是比较的结论：哪个模型已足够，何处需要较大的模型，把握多大，代价如何。需要同一任务的两个模型和参考标注。</translation>
    </message>
    <message>
        <source>This session is open elsewhere, so that its margins stay.</source>
        <translation>此会话已在别处打开，因此界值不能更改。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
</TS>
