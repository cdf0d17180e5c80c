<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClassLegend</name>
    <message>
        <source>The classes that models and references know are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CursorValues</name>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectPanel</name>
    <message>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blink between two lanes (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One lane alone (1 to 9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe between two lanes (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where two lanes differ (X)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptCounts</name>
    <message>
        <source>Shown, of all that a model said of this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: {left} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw all classes, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendItems</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of them {name} finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the picture, in %, as {name} sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability, in %, that {name} gives it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextLegend</name>
    <message>
        <source>The classes and entity types that models and references name are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all texts (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade by confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The less sure a lane is of a token, the stronger its ground (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a text that a lane has written is compared with, word by word (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the pinned lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextValues</name>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
