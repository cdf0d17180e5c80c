<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit has a number here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are numbers from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FocusLine</name>
    <message>
        <source>Ask for it no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of whole samples are of the samples that have such units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow further, save this slice, or choose another one (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No units here: nothing is narrowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked here, where it is not known: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} of {all_units} units, in {samples} of {all_samples} samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FocusWatch</name>
    <message>
        <source>{n} of {all} samples have units in focus: metrics are of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>Keep it no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved slices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SliceEditor</name>
    <message>
        <source>Choose values, or give a bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow everything to units whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow to these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or type conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class=car|bus, grain&lt;8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slices</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>important</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score of {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} is {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} or {n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
