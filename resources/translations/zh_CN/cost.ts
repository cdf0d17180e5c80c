<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cost</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy of 1,000 samples, J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy, J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token p50, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward p50, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward p90, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak CUDA, MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak RSS, MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>All costs in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here every lane becomes a dot: to the right what a pass costs, upwards how good it is. The dashed line joins the lanes that no other one beats in both, the grey one the sizes of one model. A ring was not scored on all that the others were, and is not compared. It needs references and a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lane here was timed, so that none has a price: saved predictions have no times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the plot, since one of the two is not known: {lanes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality against cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in Edit ▸ Preferences what an hour of the CPU or the GPU costs, and here stands what a million samples cost with every lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost on the horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quality on the vertical axis: a metric, or the score in a bucket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
