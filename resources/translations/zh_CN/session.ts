<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Explainer</name>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as the session kept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no class '{name}'.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>It cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} could not be; the log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files were written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Nothing in {folder} was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleImporter</name>
    <message>
        <source>Right-click one of its texts in the list of inputs to choose them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of {name} were guessed, and it is not certain that they are right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleLoader</name>
    <message>
        <source>This version of GranView shows no {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
