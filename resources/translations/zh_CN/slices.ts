<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No unit has a number here.</source>
        <translation>没有单元在此有数值。</translation>
    </message>
    <message>
        <source>There are numbers from {low} to {high}.</source>
        <translation>数值范围为 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>to below</source>
        <translation>至（不含）</translation>
    </message>
</context>
<context>
    <name>FocusLine</name>
    <message>
        <source>Ask for it no more</source>
        <translation>不再限定此项</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Metrics of whole samples are of the samples that have such units</source>
        <translation>整个样本的指标只统计含此类单元的样本</translation>
    </message>
    <message>
        <source>Narrow further, save this slice, or choose another one (G)</source>
        <translation>进一步限定、保存此切片或选择其他切片（G）</translation>
    </message>
    <message>
        <source>No units here: nothing is narrowed.</source>
        <translation>这里没有单元：未作限定。</translation>
    </message>
    <message>
        <source>Not asked here, where it is not known: {columns}.</source>
        <translation>此处未知，因此未限定：{columns}。</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>重新显示全部（Esc）</translation>
    </message>
    <message>
        <source>Slices…</source>
        <translation>切片…</translation>
    </message>
    <message>
        <source>{units} of {all_units} units, in {samples} of {all_samples} samples</source>
        <translation>{all_units} 个单元中的 {units} 个，位于 {all_samples} 个样本中的 {samples} 个</translation>
    </message>
</context>
<context>
    <name>FocusWatch</name>
    <message>
        <source>{n} of {all} samples have units in focus: metrics are of these</source>
        <translation>{all} 个样本中有 {n} 个含限定范围内的单元：指标只统计这些样本</translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>Keep it no more</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Saved slices</source>
        <translation>已保存的切片</translation>
    </message>
</context>
<context>
    <name>SliceEditor</name>
    <message>
        <source>Choose values, or give a bound.</source>
        <translation>选择取值，或给出界限。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请命名。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Narrow everything to units whose</source>
        <translation>将所有内容限定到满足以下条件的单元</translation>
    </message>
    <message>
        <source>Narrow to these</source>
        <translation>限定到这些</translation>
    </message>
    <message>
        <source>Or type conditions</source>
        <translation>或键入条件</translation>
    </message>
    <message>
        <source>Save slice</source>
        <translation>保存切片</translation>
    </message>
    <message>
        <source>Save what is in focus</source>
        <translation>保存当前限定</translation>
    </message>
    <message>
        <source>The column that is asked</source>
        <translation>用于限定的列</translation>
    </message>
    <message>
        <source>class=car|bus, grain&lt;8</source>
        <translation>class=car|bus, grain&lt;8</translation>
    </message>
</context>
<context>
    <name>Slices</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>not: {condition}</source>
        <translation>非：{condition}</translation>
    </message>
    <message>
        <source>reference is wrong</source>
        <translation>参考标注有误</translation>
    </message>
    <message>
        <source>score of {lane}</source>
        <translation>{lane} 的得分</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>{column} is there</source>
        <translation>有{column}</translation>
    </message>
    <message>
        <source>{column} is {values}</source>
        <translation>{column} 为 {values}</translation>
    </message>
    <message>
        <source>{values} or {n} more</source>
        <translation>{values} 或另外 {n} 个</translation>
    </message>
</context>
</TS>
