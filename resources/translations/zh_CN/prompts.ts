<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PromptsPanel</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on an object; Ctrl and click for what is to be left out; Shift and drag for a box. Every lane that is prompted answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks are prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lane is prompted. Add one of SAM and its kin, or of CLIPSeg for phrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next click is about another object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for what is to be outlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
