<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Click a place or drag over it; Shift and drag for a box, Ctrl and click for a whole region.</source>
        <translation>单击或拖过某一位置；Shift + 拖动画框，Ctrl + 单击选择整个区域。</translation>
    </message>
    <message>
        <source>Click a place or drag over it; Shift and drag for a box.</source>
        <translation>单击或拖过某一位置；Shift + 拖动画框。</translation>
    </message>
</context>
<context>
    <name>SampleKinds</name>
    <message>
        <source>1 image added</source>
        <translation>已添加 1 幅图像</translation>
    </message>
    <message>
        <source>1 text added</source>
        <translation>已添加 1 段文本</translation>
    </message>
    <message>
        <source>Every lane at native pixel size, with captions and legend.</source>
        <translation>所有模型的原始像素图像，附说明和图例。</translation>
    </message>
    <message>
        <source>For pictures: texts stand side by side</source>
        <translation>用于图像：文本并排显示</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Texts and data sets of texts</source>
        <translation>文本和文本数据集</translation>
    </message>
    <message>
        <source>The text and every lane, with captions and legend.</source>
        <translation>文本和所有模型，附说明和图例。</translation>
    </message>
    <message>
        <source>for pictures</source>
        <translation>用于图像</translation>
    </message>
    <message>
        <source>for texts</source>
        <translation>用于文本</translation>
    </message>
    <message>
        <source>{n} images added</source>
        <translation>已添加 {n} 幅图像</translation>
    </message>
    <message>
        <source>{n} texts added</source>
        <translation>已添加 {n} 段文本</translation>
    </message>
</context>
</TS>
