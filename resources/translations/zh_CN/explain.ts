<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation (Pearson) with the pinned lane, or else the first, from -1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far the weight is spread, from 0 (one point) to 1 (everywhere alike)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance of what is attended to, in px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance of what is attended to, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the weight inside the reference's region at the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the largest weight lies inside the reference's region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainChoices</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer that Grad-CAM looks at, in lanes that have one of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer, at the same relative depth in every lane: left the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What attends to the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the place attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Ask about the whole sample instead of a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: “{word}”, which {lane} wrote. What it looks at is shaded in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the lanes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a word, in the text or in what a lane wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not show: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lane can be asked about this sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for these lanes: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: each lane has its own scale, and colours do not compare between lanes. Off by itself for methods whose values do not compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why: what each model attends to, or what its answer rests on, at any place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show explanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what every lane attends to, or what its answer rests on (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes keep {kept} of this sample; all attention weights would take {eager}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is shaded as {lane} attends to it; click in another cell with a written text to switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This method's values are in units of each network's own score: they do not compare between lanes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each lane's own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale for all lanes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>All layers and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, head {head}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewBox</name>
    <message>
        <source>All heads of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
