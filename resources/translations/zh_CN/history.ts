<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Deeds</name>
    <message>
        <source>Stop them first.</source>
        <translation>请先停止它们。</translation>
    </message>
    <message>
        <source>This cannot be undone while lanes run: their results rest on it.</source>
        <translation>模型运行时无法撤销：其结果依赖于此。</translation>
    </message>
    <message>
        <source>add lane {name}</source>
        <translation>添加模型 {name}</translation>
    </message>
    <message>
        <source>add sample {name}</source>
        <translation>添加样本 {name}</translation>
    </message>
    <message>
        <source>add {n} lanes</source>
        <translation>添加 {n} 个模型</translation>
    </message>
    <message>
        <source>add {n} samples</source>
        <translation>添加 {n} 个样本</translation>
    </message>
    <message>
        <source>another mark on {name}</source>
        <translation>更改 {name} 的标记</translation>
    </message>
    <message>
        <source>mark {name}</source>
        <translation>标记 {name}</translation>
    </message>
    <message>
        <source>move lane {name}</source>
        <translation>移动模型 {name}</translation>
    </message>
    <message>
        <source>note on {name}</source>
        <translation>{name} 的备注</translation>
    </message>
    <message>
        <source>references of {n} samples</source>
        <translation>{n} 个样本的参考标注</translation>
    </message>
    <message>
        <source>remove lane {name}</source>
        <translation>移除模型 {name}</translation>
    </message>
    <message>
        <source>remove mark on {name}</source>
        <translation>移除 {name} 的标记</translation>
    </message>
    <message>
        <source>remove sample {name}</source>
        <translation>移除样本 {name}</translation>
    </message>
    <message>
        <source>remove {n} lanes</source>
        <translation>移除 {n} 个模型</translation>
    </message>
    <message>
        <source>remove {n} samples</source>
        <translation>移除 {n} 个样本</translation>
    </message>
</context>
<context>
    <name>ViewChoices</name>
    <message>
        <source>pin another lane</source>
        <translation>更换基准模型</translation>
    </message>
    <message>
        <source>show and hide classes</source>
        <translation>显示和隐藏类别</translation>
    </message>
</context>
</TS>
