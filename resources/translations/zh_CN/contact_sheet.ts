<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ContactSheetPanel</name>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Pictures that are added stand here side by side, with what a model says of each.</source>
        <translation>添加的图像在此并排显示，附模型对每幅图像的结果。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图像大小</translation>
    </message>
    <message>
        <source>What is drawn over each picture</source>
        <translation>每幅图像上绘制的内容</translation>
    </message>
    <message>
        <source>What the contact sheet shows</source>
        <translation>缩略图总览显示的内容</translation>
    </message>
    <message>
        <source>Where {left} and {right} differ</source>
        <translation>{left} 与 {right} 的差异之处</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
</context>
</TS>
