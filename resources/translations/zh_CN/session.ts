<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CrashReports</name>
    <message>
        <source>GranView ended without warning when it last ran.</source>
        <translation>GranView 上次运行时意外退出。</translation>
    </message>
    <message>
        <source>GranView met a defect of its own and went on.</source>
        <translation>GranView 遇到自身缺陷，已继续运行。</translation>
    </message>
</context>
<context>
    <name>Explainer</name>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Shown as the session kept it.</source>
        <translation>显示会话中保存的结果。</translation>
    </message>
    <message>
        <source>The model is asked for its explanation…</source>
        <translation>已向模型请求解释，正在等待…</translation>
    </message>
    <message>
        <source>This model has no class '{name}'.</source>
        <translation>此模型没有类别“{name}”。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>It cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>The report was stopped.</source>
        <translation>报告已停止生成。</translation>
    </message>
    <message>
        <source>{n} could not be; the log says why.</source>
        <translation>{n} 个未能写入；原因见日志。</translation>
    </message>
    <message>
        <source>{n} files were written to {folder}.</source>
        <translation>已将 {n} 个文件写入 {folder}。</translation>
    </message>
    <message>
        <source>{path} was written.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>{why} Nothing in {folder} was replaced.</source>
        <translation>{why} {folder} 中的内容未被替换。</translation>
    </message>
</context>
<context>
    <name>SampleImporter</name>
    <message>
        <source>Right-click one of its texts in the list of inputs to choose them.</source>
        <translation>在输入列表中右键单击其中一段文本即可选择。</translation>
    </message>
    <message>
        <source>The columns of {name} were guessed, and it is not certain that they are right.</source>
        <translation>{name} 的列为推测所得，不确定是否正确。</translation>
    </message>
</context>
<context>
    <name>SampleLoader</name>
    <message>
        <source>This version of GranView shows no {samples}.</source>
        <translation>此版本的 GranView 无法显示{samples}。</translation>
    </message>
</context>
</TS>
