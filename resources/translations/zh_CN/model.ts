<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EventLog</name>
    <message>
        <source>Opened: {architecture}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{architecture} loaded in {seconds} s on {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>{name}  {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No lane here does {tasks}; add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tasks} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
