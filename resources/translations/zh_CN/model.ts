<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EventLog</name>
    <message>
        <source>Opened: {architecture}.</source>
        <translation>已打开：{architecture}。</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>操作失败</translation>
    </message>
    <message>
        <source>{architecture} loaded in {seconds} s on {device}.</source>
        <translation>{architecture} 已加载，用时 {seconds} s，设备 {device}。</translation>
    </message>
    <message>
        <source>{names} and {count} more samples</source>
        <translation>{names} 及另外 {count} 个样本</translation>
    </message>
</context>
<context>
    <name>PanelLines</name>
    <message>
        <source>A dot for each model: its quality against time, memory or price.</source>
        <translation>每个模型一个点：质量与耗时、内存或费用的关系。</translation>
    </message>
    <message>
        <source>A row for each model: how good it is, and what it costs.</source>
        <translation>每个模型一行：质量如何，代价多少。</translation>
    </message>
    <message>
        <source>Clicks and words that a model is asked about, as SAM is.</source>
        <translation>以单击和词语提示模型，例如 SAM。</translation>
    </message>
    <message>
        <source>How often each model is right when it says that it is sure.</source>
        <translation>各模型声称有把握时的实际正确率。</translation>
    </message>
    <message>
        <source>How well each model does on small things and on large ones.</source>
        <translation>各模型在小目标和大目标上的表现。</translation>
    </message>
    <message>
        <source>It comes with the first results.</source>
        <translation>得出首批结果后显示。</translation>
    </message>
    <message>
        <source>Many pictures side by side, with what a model says of each.</source>
        <translation>多幅图像并排，附模型对每幅的结果。</translation>
    </message>
    <message>
        <source>What a model keeps when it is made smaller, and what that saves.</source>
        <translation>模型变小后保留了什么，又节省了什么。</translation>
    </message>
    <message>
        <source>Where two models differ, and which of them is right.</source>
        <translation>两个模型在何处不同，哪个正确。</translation>
    </message>
    <message>
        <source>Which model is enough, and where a larger one is needed.</source>
        <translation>哪个模型已足够，何处需要更大的模型。</translation>
    </message>
    <message>
        <source>Your pictures and texts, in a list.</source>
        <translation>您的图像和文本列表。</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>{name}  {percent} %</source>
        <translation>{name}  {percent}%</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No lane here does {tasks}; add one.</source>
        <translation>现有模型都不执行{tasks}；请添加一个。</translation>
    </message>
    <message>
        <source>{tasks} or {last}</source>
        <translation>{tasks}或{last}</translation>
    </message>
</context>
</TS>
