<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>InputsPanel</name>
    <message>
        <source>As added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop images, texts, data sets or folders here.

References of the same name, such as masks, and columns of labels are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample has these words in its name, its folder or the beginning of its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitLine</name>
    <message>
        <source>List all inputs again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleItems</name>
    <message>
        <source>Lanes differ in {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Choose the columns of {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the comparison (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return adds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question about the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text of a pair, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
