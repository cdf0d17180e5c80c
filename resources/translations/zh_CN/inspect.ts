<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClassLegend</name>
    <message>
        <source>The classes that models and references know are listed here.</source>
        <translation>模型和参考标注所含的类别列在这里。</translation>
    </message>
</context>
<context>
    <name>CursorValues</name>
    <message>
        <source>Reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>光标处</translation>
    </message>
</context>
<context>
    <name>InspectPanel</name>
    <message>
        <source>Blink</source>
        <translation>交替闪烁</translation>
    </message>
    <message>
        <source>Blink between two lanes (B)</source>
        <translation>在两个模型之间交替闪烁（B）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检视</translation>
    </message>
    <message>
        <source>One lane</source>
        <translation>单个模型</translation>
    </message>
    <message>
        <source>One lane alone (1 to 9)</source>
        <translation>单独显示一个模型（1 至 9）</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Show the reference</source>
        <translation>显示参考标注</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Side by side (0)</source>
        <translation>并排（0）</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>滑动对比</translation>
    </message>
    <message>
        <source>Swipe between two lanes (S)</source>
        <translation>在两个模型之间滑动对比（S）</translation>
    </message>
    <message>
        <source>Where two lanes differ (X)</source>
        <translation>两个模型的差异之处（X）</translation>
    </message>
</context>
<context>
    <name>KeptCounts</name>
    <message>
        <source>Shown, of all that a model said of this picture</source>
        <translation>已显示的数量 / 模型对此图像给出的总数</translation>
    </message>
    <message>
        <source>{lane}: {left} of {all}</source>
        <translation>{lane}：{left} / {all}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Draw all classes, or none</source>
        <translation>绘制所有类别，或全部不绘制</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>参考标注</translation>
    </message>
</context>
<context>
    <name>LegendItems</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How many of them {name} finds</source>
        <translation>{name} 检出的数量</translation>
    </message>
    <message>
        <source>Part of the picture, in %, as {name} sees it</source>
        <translation>{name} 判断的图像占比（%）</translation>
    </message>
    <message>
        <source>Probability, in %, that {name} gives it</source>
        <translation>{name} 给出的概率（%）</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Outline only</source>
        <translation>仅显示轮廓</translation>
    </message>
</context>
<context>
    <name>TextLegend</name>
    <message>
        <source>The classes and entity types that models and references name are listed here.</source>
        <translation>模型和参考标注所含的类别与实体类型列在这里。</translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Find in all texts (Ctrl+F)</source>
        <translation>在所有文本中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Shade by confidence</source>
        <translation>按置信度着色</translation>
    </message>
    <message>
        <source>The less sure a lane is of a token, the stronger its ground (C)</source>
        <translation>模型对词元的置信度越低，底色越深（C）</translation>
    </message>
    <message>
        <source>What a text that a lane has written is compared with, word by word (X)</source>
        <translation>模型生成的文本逐词与何者比较（X）</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>to the pinned lane</source>
        <translation>与基准模型</translation>
    </message>
    <message>
        <source>to the reference</source>
        <translation>与参考标注</translation>
    </message>
</context>
<context>
    <name>TextValues</name>
    <message>
        <source>Reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>光标处</translation>
    </message>
</context>
</TS>
