<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Click a place or drag over it; Shift and drag for a box, Ctrl and click for a whole region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a place or drag over it; Shift and drag for a box.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleKinds</name>
    <message>
        <source>1 image added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 text added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every lane at native pixel size, with captions and legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For pictures: texts stand side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and data sets of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text and every lane, with captions and legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} images added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} texts added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
