<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PromptsPanel</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Click on an object; Ctrl and click for what is to be left out; Shift and drag for a box. Every lane that is prompted answers.</source>
        <translation>单击目标；Ctrl + 单击表示要排除的部分；Shift + 拖动画框。所有提示分割模型都会给出结果。</translation>
    </message>
    <message>
        <source>Clicks are prompts</source>
        <translation>单击作为提示</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>下一个目标</translation>
    </message>
    <message>
        <source>No lane is prompted. Add one of SAM and its kin, or of CLIPSeg for phrases.</source>
        <translation>没有提示分割模型。请添加 SAM 系列模型，或用于短语的 CLIPSeg。</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The next click is about another object</source>
        <translation>下次单击针对另一个目标</translation>
    </message>
    <message>
        <source>Words for what is to be outlined</source>
        <translation>用词语描述要分割的内容</translation>
    </message>
    <message>
        <source>box</source>
        <translation>方框</translation>
    </message>
</context>
</TS>
