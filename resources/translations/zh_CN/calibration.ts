<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>ECE {error}</source>
        <translation>ECE {error}</translation>
    </message>
    <message>
        <source>Here stands how often each lane is right when it is so sure: on the dashed line probabilities are what they say, below it a lane is too sure of itself. It needs classes, references and a run.</source>
        <translation>这里显示各模型在不同置信度下的实际正确率：位于虚线上时概率名副其实，低于虚线则模型过于自信。需要类别、参考标注和一次运行。</translation>
    </message>
    <message>
        <source>{task}: no calibration is counted. It is where models say the classes of a whole picture or text.</source>
        <translation>{task}：不计算校准。只有判断整幅图像或整段文本类别的任务才计算校准。</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>How sure</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>{lane}: {sure} % sure, {right} % right, n = {n}</source>
        <translation>{lane}：置信度 {sure}%，正确率 {right}%，n = {n}</translation>
    </message>
</context>
</TS>
