<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LaneStrip</name>
    <message numerus="yes">
        <source>%n more lanes</source>
        <translation>
            <numerusform>%n more lane</numerusform>
            <numerusform>%n more lanes</numerusform>
        </translation>
    </message>
</context>
</TS>
