<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Callout</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Do not show again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} / {all}</translation>
    </message>
</context>
<context>
    <name>RunReasons</name>
    <message>
        <source>Add models…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Install a runtime…</source>
        <translation>安装运行环境…</translation>
    </message>
    <message>
        <source>No model here takes these samples</source>
        <translation>现有模型不适用于这些样本</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>No pictures or texts yet</source>
        <translation>尚无图像或文本</translation>
    </message>
    <message>
        <source>No runtime for models yet</source>
        <translation>尚无模型运行环境</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Open elsewhere: for reading only</source>
        <translation>已在别处打开：只读</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Comparisons that you save under a name are listed here.</source>
        <translation>命名保存的比较列在这里。</translation>
    </message>
    <message>
        <source>Drop pictures, texts, folders, models or a comparison anywhere</source>
        <translation>可将图像、文本、文件夹、模型或比较文件拖到任意位置</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>从上次离开处继续</translation>
    </message>
    <message>
        <source>Models are ready: {names}. What shall they look at?</source>
        <translation>模型已就绪：{names}。要让它们看什么？</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Opening the gallery…</source>
        <translation>正在打开示例库…</translation>
    </message>
    <message>
        <source>Recent comparisons</source>
        <translation>最近的比较</translation>
    </message>
    <message>
        <source>Sample gallery</source>
        <translation>示例库</translation>
    </message>
    <message>
        <source>Samples with their models, one click</source>
        <translation>样本连同模型，一键打开</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Unsaved comparison</source>
        <translation>未保存的比较</translation>
    </message>
    <message>
        <source>Which model sees the finer grain?</source>
        <translation>哪个模型能看清更细的颗粒度？</translation>
    </message>
    <message>
        <source>Your pictures, texts, tables or a comparison</source>
        <translation>您的图像、文本、表格或比较文件</translation>
    </message>
    <message>
        <source>or press here to choose files</source>
        <translation>或单击此处选择文件</translation>
    </message>
    <message>
        <source>with unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>{n} models</source>
        <translation>{n} 个模型</translation>
    </message>
    <message>
        <source>{samples} samples, {lanes} lanes</source>
        <translation>{samples} 个样本，{lanes} 个模型</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A and D step through them. Sorted by “Differ most”, the interesting ones come first.</source>
        <translation>按 A 和 D 逐个查看。按“分歧最大”排序，值得关注的排在前面。</translation>
    </message>
    <message>
        <source>Click one to see it alone, right-click to pin it; + adds more.</source>
        <translation>单击可单独显示，右键单击可设为基准；+ 添加更多。</translation>
    </message>
    <message>
        <source>Every model is a lane</source>
        <translation>每个模型占一列</translation>
    </message>
    <message>
        <source>File ▸ Export writes pictures and tables, File ▸ Report a document to hand on.</source>
        <translation>“文件 ▸ 导出”写出图像和表格，“文件 ▸ 报告”生成可转交的文档。</translation>
    </message>
    <message>
        <source>Side by side, or on each other</source>
        <translation>并排或叠加</translation>
    </message>
    <message>
        <source>Swipe, blink and difference show where two models part. The wheel zooms in all cells.</source>
        <translation>滑动对比、交替闪烁和差异显示两个模型的分歧之处。滚轮同时缩放所有单元格。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>带走结果</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>得出结论</translation>
    </message>
    <message>
        <source>Which model is enough, how surely, and at what cost. The numbers stand beside it.</source>
        <translation>哪个模型已足够，把握多大，代价如何。旁边列有数据。</translation>
    </message>
    <message>
        <source>Your samples</source>
        <translation>您的样本</translation>
    </message>
</context>
<context>
    <name>_MissingBar</name>
    <message>
        <source>Add two or more models: each becomes a lane beside the others.</source>
        <translation>添加两个或更多模型：每个模型各占一列，并排比较。</translation>
    </message>
</context>
</TS>
