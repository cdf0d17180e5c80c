<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECE {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands how often each lane is right when it is so sure: on the dashed line probabilities are what they say, below it a lane is too sure of itself. It needs classes, references and a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task}: no calibration is counted. It is where models say the classes of a whole picture or text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: {sure} % sure, {right} % right, n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
