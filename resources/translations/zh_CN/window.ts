<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Face</name>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Narrow everything to some units: by class, grain, answer, right or wrong</source>
        <translation>将所有内容限定到部分单元：按类别、粒度、答案、正确或错误</translation>
    </message>
    <message>
        <source>S&amp;lices…</source>
        <translation>切片(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>The task whose lanes are compared here</source>
        <translation>在此比较哪个任务的模型</translation>
    </message>
</context>
<context>
    <name>SampleKinds</name>
    <message>
        <source>Every lane, with captions and legend.</source>
        <translation>所有模型，附说明和图例。</translation>
    </message>
    <message>
        <source>Not for {samples}: they stand side by side</source>
        <translation>不适用于{samples}：它们并排显示</translation>
    </message>
    <message>
        <source>for {samples}</source>
        <translation>用于{samples}</translation>
    </message>
    <message>
        <source>{n} {samples} added</source>
        <translation>已添加 {n} 个{samples}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>1 more notice is in the log.</source>
        <translation>日志中另有 1 条提示。</translation>
    </message>
    <message>
        <source>Add images or texts, and at least one model first.</source>
        <translation>请先添加图像或文本，以及至少一个模型。</translation>
    </message>
    <message>
        <source>Everything is up to date. Shift+R runs it all again.</source>
        <translation>全部结果都是最新的。按 Shift+R 可全部重新运行。</translation>
    </message>
    <message>
        <source>No model here is for samples like these. Add one that is.</source>
        <translation>现有模型都不适用于这类样本。请添加适用的模型。</translation>
    </message>
    <message>
        <source>Not used: {what}; a line in the log says why.</source>
        <translation>未使用：{what}；原因见日志。</translation>
    </message>
    <message>
        <source>Not used: {what}; {count} lines in the log say why.</source>
        <translation>未使用：{what}；原因见日志中的 {count} 行。</translation>
    </message>
    <message>
        <source>Nothing found that can be compared.</source>
        <translation>没有找到可以比较的内容。</translation>
    </message>
    <message>
        <source>Sample {place} of {count}</source>
        <translation>第 {place} 个样本，共 {count} 个</translation>
    </message>
    <message>
        <source>Searching {folder}: {found} samples so far</source>
        <translation>正在搜索 {folder}：已找到 {found} 个样本</translation>
    </message>
    <message>
        <source>Show what is left over…</source>
        <translation>查看未使用的文件…</translation>
    </message>
    <message>
        <source>The like is to be said of {count} more files.</source>
        <translation>另有 {count} 个文件情况相同。</translation>
    </message>
    <message>
        <source>The run has ended</source>
        <translation>运行已结束</translation>
    </message>
    <message>
        <source>columns to be chosen</source>
        <translation>待选择列</translation>
    </message>
    <message>
        <source>search stopped</source>
        <translation>搜索已停止</translation>
    </message>
    <message>
        <source>unsaved comparison</source>
        <translation>未保存的比较</translation>
    </message>
    <message>
        <source>{count} more files were passed over, for reasons like these.</source>
        <translation>另有 {count} 个文件因类似原因被跳过。</translation>
    </message>
    <message>
        <source>{lane}: {done} of {total}, {failed} failed</source>
        <translation>{lane}：{done} / {total}，{failed} 个失败</translation>
    </message>
    <message>
        <source>{n} given a reference</source>
        <translation>{n} 个补上了参考标注</translation>
    </message>
    <message>
        <source>{n} more notices are in the log.</source>
        <translation>日志中另有 {n} 条提示。</translation>
    </message>
    <message>
        <source>{n} were here already</source>
        <translation>{n} 个已在列表中</translation>
    </message>
    <message>
        <source>{n} with reference</source>
        <translation>{n} 个带参考标注</translation>
    </message>
</context>
</TS>
