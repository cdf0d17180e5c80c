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
