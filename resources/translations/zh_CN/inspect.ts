<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Brightness</name>
    <message>
        <source>0.1 to 99.9 %: {range}</source>
        <translation>0.1% 至 99.9%：{range}</translation>
    </message>
    <message>
        <source>1 to 99 %: {range}</source>
        <translation>1% 至 99%：{range}</translation>
    </message>
    <message>
        <source>As the model gets it</source>
        <translation>与模型输入相同</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Brightness and channels</source>
        <translation>亮度和通道</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Full: {range}</source>
        <translation>完整：{range}</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Index of the palette</source>
        <translation>调色板索引</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Own: {range}</source>
        <translation>自定：{range}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Shown: {range}</source>
        <translation>显示：{range}</translation>
    </message>
    <message>
        <source>Smallest to largest: {range}</source>
        <translation>最小至最大：{range}</translation>
    </message>
    <message>
        <source>That of the model</source>
        <translation>模型所用范围</translation>
    </message>
    <message>
        <source>The file's own values are too many to be read here.</source>
        <translation>文件自身的取值过多，无法在此读取。</translation>
    </message>
    <message>
        <source>The model gets: {range} as 0 to 255, whatever is shown.</source>
        <translation>无论如何显示，模型得到的是 {range} 映射到 0 至 255 的值。</translation>
    </message>
    <message>
        <source>The model gets: {range} as they are, whatever is shown.</source>
        <translation>无论如何显示，模型得到的是原样的 {range}。</translation>
    </message>
    <message>
        <source>The model gets: {range}, the upper 8 bits of each channel, whatever is shown.</source>
        <translation>无论如何显示，模型得到的是 {range}，即各通道的高 8 位。</translation>
    </message>
    <message>
        <source>The picture's file is being read.</source>
        <translation>正在读取图像文件。</translation>
    </message>
    <message>
        <source>To the right what is dark becomes lighter, to the left darker</source>
        <translation>向右使暗部变亮，向左使其变暗</translation>
    </message>
    <message>
        <source>Which channel of the picture is shown, in grey</source>
        <translation>以灰度显示图像的哪个通道</translation>
    </message>
    <message>
        <source>Which page of the file is shown under what models said of theirs</source>
        <translation>在模型结果下方显示文件的哪一页</translation>
    </message>
    <message>
        <source>Which values are shown black and white, in all pictures</source>
        <translation>所有图像中哪些取值显示为黑和白</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽</translation>
    </message>
    <message>
        <source>another page of the file</source>
        <translation>文件的另一页</translation>
    </message>
    <message>
        <source>channel {name} alone</source>
        <translation>仅 {name} 通道</translation>
    </message>
    <message>
        <source>gamma {gamma}</source>
        <translation>伽马 {gamma}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>ClassFilter</name>
    <message>
        <source>Filter classes</source>
        <translation>筛选类别</translation>
    </message>
    <message>
        <source>In this sample</source>
        <translation>此样本中的</translation>
    </message>
    <message>
        <source>List only the classes of which there is something in this sample</source>
        <translation>只列出此样本中出现的类别</translation>
    </message>
</context>
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
    <name>HistogramView</name>
    <message>
        <source>Black at {low}, white at {high}</source>
        <translation>{low} 为黑，{high} 为白</translation>
    </message>
    <message>
        <source>Drag the ends: what lies below the left one is black, above the right one white</source>
        <translation>拖动两端：低于左端为黑，高于右端为白</translation>
    </message>
    <message>
        <source>Histogram of the picture's values</source>
        <translation>图像取值的直方图</translation>
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
        <source>Draw all classes, or none; with a filter, those that are listed</source>
        <translation>绘制所有类别，或全部不绘制；有筛选时只针对列出的类别</translation>
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
