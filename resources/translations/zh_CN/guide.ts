<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>GuideViewer</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>No browser could be started. Open this file with one: {path}</source>
        <translation>无法启动浏览器。请用浏览器打开此文件：{path}</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>The guide is not part of this installation. In a checkout, {command} builds it.</source>
        <translation>此安装不含指南。在源码目录中运行 {command} 可生成。</translation>
    </message>
    <message>
        <source>{command} builds the whole guide, with a search.</source>
        <translation>{command} 可生成带搜索的完整指南。</translation>
    </message>
</context>
</TS>
