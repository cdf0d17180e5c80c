<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Presets</name>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Inputs, pictures or texts, and how to look at them</source>
        <translation>输入、图像或文本，以及查看方式</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Tables and plots have the room</source>
        <translation>以表格和图为主</translation>
    </message>
    <message>
        <source>The verdict to read and copy, with its tables</source>
        <translation>供阅读和复制的结论及其表格</translation>
    </message>
    <message>
        <source>What models attend to, beside large cells</source>
        <translation>模型关注什么，配以大单元格</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
</context>
</TS>
