<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BlinkScene</name>
    <message>
        <source>Go on blinking</source>
        <translation>继续闪烁</translation>
    </message>
    <message>
        <source>Pause blinking</source>
        <translation>暂停闪烁</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message>
        <source>Close {lane}</source>
        <translation>关闭 {lane}</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Pin {lane}: compare the others with it</source>
        <translation>以 {lane} 为基准：其他模型与其比较</translation>
    </message>
    <message>
        <source>Restart {lane}</source>
        <translation>重启 {lane}</translation>
    </message>
    <message>
        <source>Show {lane} alone</source>
        <translation>单独显示 {lane}</translation>
    </message>
    <message>
        <source>Unpin {lane}</source>
        <translation>取消以 {lane} 为基准</translation>
    </message>
</context>
<context>
    <name>CellStatus</name>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>No reference</source>
        <translation>无参考标注</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Press Run to see what this model says.</source>
        <translation>按“运行”查看此模型的结果。</translation>
    </message>
    <message>
        <source>Press Run: the model is loaded again first.</source>
        <translation>按“运行”：将先重新加载模型。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>正在重启…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Start the lane</source>
        <translation>启动模型</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>This run was stopped before it came to this sample.</source>
        <translation>运行到此样本之前已停止。</translation>
    </message>
    <message>
        <source>Unloaded</source>
        <translation>已卸载</translation>
    </message>
    <message>
        <source>Waiting for the device…</source>
        <translation>正在等待设备…</translation>
    </message>
</context>
<context>
    <name>DifferenceScene</name>
    <message>
        <source>These two cannot be compared</source>
        <translation>这两者无法比较</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider between left and right</source>
        <translation>左右分隔线</translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys, to move the divider</source>
        <translation>拖动或按方向键移动分隔线</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Capitals matter</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Find in all texts</source>
        <translation>在所有文本中查找</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个（回车）</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个（Shift+回车）</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{place} of more than {n}</source>
        <translation>第 {place} 个，超过 {n} 个</translation>
    </message>
    <message>
        <source>{place} of {n}</source>
        <translation>第 {place} 个，共 {n} 个</translation>
    </message>
</context>
<context>
    <name>GridController</name>
    <message>
        <source>Add a model to see what it makes of this text.</source>
        <translation>添加模型，查看它对此文本的结果。</translation>
    </message>
    <message>
        <source>Lanes that know another type of reference are compared with {files}.</source>
        <translation>使用其他类型参考标注的模型与 {files} 比较。</translation>
    </message>
    <message>
        <source>Out of date. Press Run to compute it again.</source>
        <translation>结果已过期。按“运行”重新计算。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>模型无法加载。</translation>
    </message>
    <message>
        <source>as {lane} attends to it</source>
        <translation>按 {lane} 的注意力</translation>
    </message>
    <message>
        <source>first token {time}</source>
        <translation>首个词元 {time}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} 词元/s</translation>
    </message>
    <message>
        <source>{percent} % on special tokens.</source>
        <translation>{percent}% 在特殊词元上。</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>head {n}</source>
        <translation>第 {n} 头</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{stack} layer {n}</source>
        <translation>{stack} 第 {n} 层</translation>
    </message>
</context>
<context>
    <name>LaneGrid</name>
    <message>
        <source>Lanes</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{name}: this version of GranView shows no {samples}</source>
        <translation>{name}：此版本的 GranView 无法显示{samples}</translation>
    </message>
</context>
<context>
    <name>LaneStrip</name>
    <message numerus="yes">
        <source>%n more lanes</source>
        <translation>
            <numerusform>另有 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Add this model with another device…</source>
        <translation>在其他设备上添加此模型…</translation>
    </message>
    <message>
        <source>Add variants…</source>
        <translation>添加变体…</translation>
    </message>
    <message>
        <source>Click: this lane alone. Right click: more.</source>
        <translation>单击：单独显示此模型。右键单击：更多。</translation>
    </message>
    <message>
        <source>Close this lane and forget its results</source>
        <translation>关闭此模型并丢弃其结果</translation>
    </message>
    <message>
        <source>Compare the others with this lane (pin)</source>
        <translation>以此模型为基准与其他模型比较</translation>
    </message>
    <message>
        <source>Idle; holds {held} of memory, which unloading gives back.</source>
        <translation>空闲；占用 {held} 内存，卸载后释放。</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Read its files again</source>
        <translation>重新读取其文件</translation>
    </message>
    <message>
        <source>Restart its process</source>
        <translation>重启其进程</translation>
    </message>
    <message>
        <source>Run this lane</source>
        <translation>运行此模型</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>单独显示</translation>
    </message>
    <message>
        <source>Unload its model</source>
        <translation>卸载模型</translation>
    </message>
    <message>
        <source>Unload its model (gives back {held})</source>
        <translation>卸载模型（释放 {held}）</translation>
    </message>
    <message>
        <source>Unloaded: its memory was given back. The next run or question loads it again.</source>
        <translation>已卸载：内存已释放。下次运行或查询时重新加载。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消基准</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>unloaded</source>
        <translation>已卸载</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>导航图</translation>
    </message>
    <message>
        <source>The whole picture; drag the frame to move what all lanes show</source>
        <translation>整幅图像；拖动方框可移动所有模型显示的区域</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Part {n} of {all} of a text of {length} characters</source>
        <translation>第 {n} / {all} 部分，全文 {length} 个字符</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>上一部分</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>This view compares two lanes. Add another lane.</source>
        <translation>此视图比较两个模型。请再添加一个模型。</translation>
    </message>
</context>
<context>
    <name>SceneLegend</name>
    <message>
        <source>Legend of colours</source>
        <translation>颜色图例</translation>
    </message>
</context>
<context>
    <name>SummaryRows</name>
    <message>
        <source>Shown up to the {n}th character.</source>
        <translation>仅显示前 {n} 个字符。</translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>A line of more than {n} characters is shown in pieces.</source>
        <translation>超过 {n} 个字符的行分段显示。</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>What is said of this text cannot be shown</source>
        <translation>此文本的结果无法显示</translation>
    </message>
    <message>
        <source>character {n}</source>
        <translation>第 {n} 个字符</translation>
    </message>
</context>
<context>
    <name>TextGrid</name>
    <message>
        <source>Swipe, blink and difference compare pictures; texts stand side by side.</source>
        <translation>滑动对比、交替闪烁和差异用于图像；文本并排显示。</translation>
    </message>
</context>
</TS>
