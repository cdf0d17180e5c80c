<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>InputsPanel</name>
    <message>
        <source>As added</source>
        <translation>按添加顺序</translation>
    </message>
    <message>
        <source>Differ most</source>
        <translation>分歧最大</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>得分最低</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No sample has these words in its name, its folder or the beginning of its text.</source>
        <translation>没有样本的名称、文件夹或文本开头包含这些词。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sort by: {sorting}</source>
        <translation>排序：{sorting}</translation>
    </message>
</context>
<context>
    <name>LimitLine</name>
    <message>
        <source>List all inputs again</source>
        <translation>重新列出全部输入</translation>
    </message>
</context>
<context>
    <name>SampleItems</name>
    <message>
        <source>Lanes differ in {n} %</source>
        <translation>模型在 {n}% 上不一致</translation>
    </message>
    <message>
        <source>Reference: {path}</source>
        <translation>参考标注：{path}</translation>
    </message>
    <message>
        <source>Score: {score}</source>
        <translation>得分：{score}</translation>
    </message>
    <message>
        <source>Typed: {name}</source>
        <translation>键入：{name}</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>键入</translation>
    </message>
    <message>
        <source>{lane} failed</source>
        <translation>{lane} 失败</translation>
    </message>
    <message>
        <source>{n} more marks</source>
        <translation>另有 {n} 个标记</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Choose the columns of {name}…</source>
        <translation>选择 {name} 的列…</translation>
    </message>
    <message>
        <source>Edit this text</source>
        <translation>编辑此文本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add it to the comparison (Ctrl+Return)</source>
        <translation>添加到比较中（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Return adds it</source>
        <translation>按 Ctrl+回车添加</translation>
    </message>
    <message>
        <source>Question about the text</source>
        <translation>关于文本的问题</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Second text of a pair, if there is one</source>
        <translation>文本对的第二段（如有）</translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation>键入或粘贴文本</translation>
    </message>
</context>
</TS>
