<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About GranView</source>
        <translation>关于 GranView</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Does the bigger model see the finer grain, and what does it cost?</source>
        <translation>更大的模型能看清更细的颗粒度吗？代价又是多少？</translation>
    </message>
    <message>
        <source>GranView comes under the Apache License 2.0; its parts come under their own terms.</source>
        <translation>GranView 以 Apache License 2.0 发布；其组成部分各自遵循自己的条款。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Sample galleries</source>
        <translation>示例库</translation>
    </message>
</context>
<context>
    <name>AddLanesDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add models</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose one or more models; each becomes a lane.</source>
        <translation>选择一个或多个模型；每个模型各占一列。</translation>
    </message>
    <message>
        <source>Chosen: {names}.</source>
        <translation>已选：{names}。</translation>
    </message>
    <message>
        <source>What the last one can do is not known on this machine: choose its task.</source>
        <translation>本机无法得知最后一个模型的用途：请选择其任务。</translation>
    </message>
</context>
<context>
    <name>AddVariantsDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add variants</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Adds 1 lane: {names}.</source>
        <translation>将添加 1 个模型：{names}。</translation>
    </message>
    <message>
        <source>Adds {n} lanes: {names}.</source>
        <translation>将添加 {n} 个模型：{names}。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check what is to be tried. Lanes that there are already are not added again.</source>
        <translation>勾选要尝试的项。已有的不会重复添加。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>The same model on the same device, run in other ways. Each becomes a lane, and the panel Variants says what it keeps of the quality, what it costs, and where on the grain it loses.</source>
        <translation>在同一设备上以其他方式运行同一模型。每种方式各占一列，“变体”面板会说明它保留了多少质量、代价如何，以及在何种粒度上有损失。</translation>
    </message>
</context>
<context>
    <name>ChoicePlanView</name>
    <message>
        <source>Asking the hub how large the models are…</source>
        <translation>正在向 Hub 查询模型大小…</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Together they need</source>
        <translation>合计需要</translation>
    </message>
</context>
<context>
    <name>ClassesDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Match classes</source>
        <translation>匹配类别</translation>
    </message>
    <message>
        <source>No model is loaded yet, so its classes are not known. Press Run first.</source>
        <translation>尚未加载模型，因此不知道其类别。请先按“运行”。</translation>
    </message>
    <message>
        <source>No reference has been read yet. Show a sample with a reference, or press Run.</source>
        <translation>尚未读取参考标注。请显示一个带参考标注的样本，或按“运行”。</translation>
    </message>
    <message>
        <source>Scores need to know which class of a model is which class of the references. Equal names, usual spellings and numbers that are indices match by themselves; set the others here. A class without a counterpart counts as wrong wherever it is predicted.</source>
        <translation>评分需要知道模型的类别与参考标注的类别如何对应。名称相同、常见写法以及作为索引的数字会自动匹配；其余请在此设置。没有对应的类别，凡预测为该类别均计为错误。</translation>
    </message>
    <message>
        <source>match classes</source>
        <translation>匹配类别</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{matched} of {count} classes have a counterpart</source>
        <translation>{count} 个类别中有 {matched} 个已对应</translation>
    </message>
    <message>
        <source>{name} (by itself)</source>
        <translation>{name}（自动）</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers: {n}</source>
        <translation>答案：{n}</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class: {labels}</source>
        <translation>类别：{labels}</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Entities: {n}</source>
        <translation>实体：{n}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the reference</source>
        <translation>参考标注文件</translation>
    </message>
    <message>
        <source>First file: {name}</source>
        <translation>第一个文件：{name}</translation>
    </message>
    <message>
        <source>First text: {text}</source>
        <translation>第一段文本：{text}</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>Messages of a chat</source>
        <translation>对话消息</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>No reference.</source>
        <translation>无参考标注。</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reference: {name}</source>
        <translation>参考标注：{name}</translation>
    </message>
    <message>
        <source>Second file</source>
        <translation>第二个文件</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>第二段文本</translation>
    </message>
    <message>
        <source>Should become: {text}</source>
        <translation>目标文本：{text}</translation>
    </message>
    <message>
        <source>Tags of the tokens</source>
        <translation>词元标签</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>测试用例</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>What it should become</source>
        <translation>目标文本</translation>
    </message>
    <message>
        <source>With it: {roles}</source>
        <translation>附带：{roles}</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the column of the text, of the context, of the tokens, or of the files.</source>
        <translation>请选择文本、上下文、词元或文件所在的列。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>First row holds the names</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Of the first {all} rows, {n} become {samples}.</source>
        <translation>前 {all} 行中有 {n} 行成为{samples}。</translation>
    </message>
    <message>
        <source>Say what the columns of {name} are. Each row becomes one sample of the comparison.</source>
        <translation>请说明 {name} 各列的含义。每行成为比较中的一个样本。</translation>
    </message>
    <message>
        <source>The first {all} rows all become {samples}.</source>
        <translation>前 {all} 行全部成为{samples}。</translation>
    </message>
    <message>
        <source>The others: a row {why}.</source>
        <translation>其余各行：{why}。</translation>
    </message>
    <message>
        <source>files with what goes with them</source>
        <translation>文件及其附带内容</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>CrashReportDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>It could not be kept on disk.</source>
        <translation>无法保存到磁盘。</translation>
    </message>
    <message>
        <source>Kept as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Report of a defect</source>
        <translation>缺陷报告</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已另存为 {path}。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>完整报告</translation>
    </message>
    <message>
        <source>This is all that the report holds: where in GranView's code it happened, and on what system. It has no paths, no names of samples and nothing of your data. It is sent nowhere; whoever mends GranView can use it if you give it to them.</source>
        <translation>报告只含以下内容：问题发生在 GranView 代码的何处，以及在什么系统上。不含路径、样本名称或您的任何数据。它不会发送到任何地方；您可以自行交给修复 GranView 的人。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} 无法写入：{reason}。</translation>
    </message>
</context>
<context>
    <name>DataSetChoicesColumn</name>
    <message>
        <source> and {n} more</source>
        <translation> 等 {n} 个</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>数据划分</translation>
    </message>
    <message>
        <source>{name}: {n}, all with reference</source>
        <translation>{name}：{n} 个，均带参考标注</translation>
    </message>
    <message>
        <source>{name}: {n}, {m} with reference</source>
        <translation>{name}：{n} 个，其中 {m} 个带参考标注</translation>
    </message>
    <message>
        <source>{title}: {n}</source>
        <translation>{title}：{n}</translation>
    </message>
</context>
<context>
    <name>DataSetView</name>
    <message>
        <source>&amp;Forget that</source>
        <translation>忘记该选择(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>说明(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Values of the masks</source>
        <translation>掩码的取值(&amp;V)</translation>
    </message>
    <message>
        <source>As it was chosen last time.</source>
        <translation>与上次的选择相同。</translation>
    </message>
    <message>
        <source>Left &amp;over</source>
        <translation>未使用(&amp;O)</translation>
    </message>
    <message>
        <source>Told by {evidence}. {folder}</source>
        <translation>依据：{evidence}。{folder}</translation>
    </message>
    <message>
        <source>{what}, in no layout that is known</source>
        <translation>{what}，不属于任何已知的目录结构</translation>
    </message>
</context>
<context>
    <name>DataSetsDialog</name>
    <message>
        <source>&amp;Load 1 sample</source>
        <translation>载入 1 个样本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Load {n} samples</source>
        <translation>载入 {n} 个样本(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open data sets</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖入的内容</translation>
    </message>
    <message>
        <source>{name}
{title}: {n} of {all}</source>
        <translation>{name}
{title}：{n} / {all}</translation>
    </message>
</context>
<context>
    <name>DescribeNetworkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How {name} is run</source>
        <translation>{name} 的运行方式</translation>
    </message>
    <message>
        <source>Keep in {name}</source>
        <translation>保存到 {name}</translation>
    </message>
    <message>
        <source>This can be used.</source>
        <translation>可以使用。</translation>
    </message>
    <message>
        <source>This is guessed from names and shapes. Correct it, and keep it.</source>
        <translation>以上由名称和形状推测得出。请更正后保存。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparison pages: a PNG per sample, of texts an HTML page too</source>
        <translation>对比页：每个样本一张 PNG，文本另有一个 HTML 页面</translation>
    </message>
    <message>
        <source>Each table as Parquet too</source>
        <translation>各表格同时保存为 Parquet</translation>
    </message>
    <message>
        <source>Everything, into a folder</source>
        <translation>全部内容，保存到文件夹</translation>
    </message>
    <message>
        <source>Explanations: raw values, pictures and tables of what was asked</source>
        <translation>解释：所查询内容的原始数值、图像和表格</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>For all samples and lanes.</source>
        <translation>针对全部样本和模型。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Predictions: each type in its own format, such as masks as index PNGs</source>
        <translation>预测：每种类型用各自的格式，例如掩码为索引 PNG</translation>
    </message>
    <message>
        <source>Replace files there that GranView has not written</source>
        <translation>替换其中不是由 GranView 写入的文件</translation>
    </message>
    <message>
        <source>Results of a session that lies there are replaced in any case.</source>
        <translation>该处已有会话的结果总会被替换。</translation>
    </message>
    <message>
        <source>Tables: results.csv, summary.csv, differences.csv, variants.csv, cost.csv, grain.csv, units.csv</source>
        <translation>表格：results.csv、summary.csv、differences.csv、variants.csv、cost.csv、grain.csv、units.csv</translation>
    </message>
    <message>
        <source>The lanes as they are shown now.</source>
        <translation>各模型当前显示的样子。</translation>
    </message>
    <message>
        <source>The session: session.granview</source>
        <translation>会话：session.granview</translation>
    </message>
    <message>
        <source>This sample, all lanes</source>
        <translation>此样本，所有模型</translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation>当前画面</translation>
    </message>
    <message>
        <source>With the type and the meaning of each column; large tables are small so.</source>
        <translation>附各列的类型和含义；大表格因此更小。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>{path} is there already, and was not replaced. Choose it in the dialog to replace it.</source>
        <translation>{path} 已存在，未被替换。如要替换，请在对话框中选择该文件。</translation>
    </message>
</context>
<context>
    <name>HubSearch</name>
    <message>
        <source>1 like</source>
        <translation>1 个赞</translation>
    </message>
    <message>
        <source>{n} downloads · {likes}</source>
        <translation>{n} 次下载 · {likes}</translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation>{n} 个赞</translation>
    </message>
</context>
<context>
    <name>ImageRangeDialog</name>
    <message>
        <source>All that was found</source>
        <translation>全部取值</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Full range of each file</source>
        <translation>每个文件的完整范围</translation>
    </message>
    <message>
        <source>Full range: {ranges}</source>
        <translation>完整范围：{ranges}</translation>
    </message>
    <message>
        <source>Grey values of more than 8 bits are brought to 0 to 255, for display and for the models alike. One range for all pictures of this comparison, so that a value means the same grey in each.</source>
        <translation>超过 8 位的灰度值会映射到 0 至 255，显示和模型输入相同。本次比较的所有图像使用同一范围，使同一数值在每幅图像中表示相同的灰度。</translation>
    </message>
    <message>
        <source>No picture here has more than 8 bits of grey; the choice is for those that come.</source>
        <translation>现有图像的灰度均不超过 8 位；此选择用于之后添加的图像。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>These values</source>
        <translation>以下取值</translation>
    </message>
    <message>
        <source>They take up {share} of the brightness.</source>
        <translation>它们占亮度范围的 {share}。</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} 位</translation>
    </message>
    <message>
        <source>{low} % to {high} % of all values</source>
        <translation>全部取值的 {low}% 至 {high}%</translation>
    </message>
    <message>
        <source>{n} pictures hold values from {found}.</source>
        <translation>{n} 幅图像的取值范围为 {found}。</translation>
    </message>
    <message>
        <source>{share} of their pixels lie outside and become black or white.</source>
        <translation>其中 {share} 的像素在范围之外，变为黑或白。</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Add the text that was typed</source>
        <translation>添加键入的文本</translation>
    </message>
    <message>
        <source>Ask about a box</source>
        <translation>询问一个方框</translation>
    </message>
    <message>
        <source>Ask about a place, while explaining</source>
        <translation>解释时询问某一位置</translation>
    </message>
    <message>
        <source>Ask about a whole region</source>
        <translation>询问整个区域</translation>
    </message>
    <message>
        <source>Click, or drag over it</source>
        <translation>单击，或在其上拖动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation>Ctrl + 单击</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>按住中键拖动</translation>
    </message>
    <message>
        <source>Edit, remove or choose columns of a sample</source>
        <translation>编辑、移除样本或选择其列</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pan, while explaining</source>
        <translation>解释时平移</translation>
    </message>
    <message>
        <source>Pin, restart or close a lane</source>
        <translation>将模型设为基准、重启或关闭</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Shift + 拖动</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom to the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
</context>
<context>
    <name>LaneOptions</name>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>auto takes the GPU where there is one, and says so where there is none</source>
        <translation>auto 在有 GPU 时使用 GPU，没有时会说明</translation>
    </message>
    <message>
        <source>torch.compile</source>
        <translation>torch.compile</translation>
    </message>
</context>
<context>
    <name>LateReferencesDialog</name>
    <message>
        <source>Add as &amp;inputs</source>
        <translation>作为输入添加(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How they would match</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <source>References or inputs?</source>
        <translation>参考标注还是输入？</translation>
    </message>
    <message>
        <source>Use as &amp;references</source>
        <translation>用作参考标注(&amp;R)</translation>
    </message>
    <message>
        <source>{n} of the {all} samples here are called as what was dropped ({name}). Are these their references, or new inputs?</source>
        <translation>现有 {all} 个样本中有 {n} 个与拖入的内容（{name}）同名。这些是它们的参考标注，还是新的输入？</translation>
    </message>
</context>
<context>
    <name>LeftoverTable</name>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation>未使用的文件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>LeftoversDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Nothing was read from these, for the reasons beside them.</source>
        <translation>出于旁边所列原因，没有从这些文件中读取任何内容。</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LicenceList</name>
    <message>
        <source>Collecting licences…</source>
        <translation>正在收集许可…</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Parts of GranView</source>
        <translation>GranView 的组成部分</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可文本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{name} brings no text of its licence. Its metadata states: {licence}.</source>
        <translation>{name} 未附许可文本。其元数据写明：{licence}。</translation>
    </message>
</context>
<context>
    <name>MaskMeaning</name>
    <message>
        <source>1 is the first class, 0 is void</source>
        <translation>1 为第一个类别，0 为忽略区域</translation>
    </message>
    <message>
        <source>A value is the index of its class</source>
        <translation>数值即类别的索引</translation>
    </message>
    <message>
        <source>As named below</source>
        <translation>按下方的名称</translation>
    </message>
    <message>
        <source>Class of {value}</source>
        <translation>{value} 的类别</translation>
    </message>
    <message>
        <source>Classes: {classes}.</source>
        <translation>类别：{classes}。</translation>
    </message>
    <message>
        <source>How values are read</source>
        <translation>数值的读取方式</translation>
    </message>
    <message>
        <source>In masks</source>
        <translation>在掩码中</translation>
    </message>
    <message>
        <source>Masks that hold {values} are refused, since nothing says what that is.</source>
        <translation>含有 {values} 的掩码会被拒绝，因为没有说明其含义。</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>视为</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Void, and not scored: {share} of the pixels.</source>
        <translation>忽略区域，不评分：占像素的 {share}。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>MaskTab</name>
    <message>
        <source>Not certain: {doubts}.</source>
        <translation>不确定：{doubts}。</translation>
    </message>
    <message>
        <source>The masks are being looked at…</source>
        <translation>正在查看掩码…</translation>
    </message>
</context>
<context>
    <name>MaskValuesDialog</name>
    <message>
        <source>All that have no reading of their own</source>
        <translation>所有没有单独设置的掩码</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>As the picture is shown</source>
        <translation>与图像的显示方向一致</translation>
    </message>
    <message>
        <source>As the picture is stored</source>
        <translation>与图像的存储方向一致</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Masks in</source>
        <translation>掩码所在文件夹</translation>
    </message>
    <message>
        <source>Masks of turned pictures lie</source>
        <translation>旋转图像的掩码方向</translation>
    </message>
    <message>
        <source>Not certain: {doubts}.</source>
        <translation>不确定：{doubts}。</translation>
    </message>
    <message>
        <source>What each value in the reference masks stands for: one choice for all masks of this comparison, or one for each of its folders. Void pixels are scored by nobody.</source>
        <translation>参考掩码中各数值的含义：可为本次比较的所有掩码统一设置，也可按文件夹分别设置。忽略像素不参与任何评分。</translation>
    </message>
    <message>
        <source>What masks mean</source>
        <translation>掩码的含义</translation>
    </message>
</context>
<context>
    <name>ModelChooser</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Every model that is known of</source>
        <translation>所有已知模型</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folders that you have named</source>
        <translation>您指定的文件夹</translation>
    </message>
    <message>
        <source>Hugging Face models in this machine's cache</source>
        <translation>本机缓存中的 Hugging Face 模型</translation>
    </message>
    <message>
        <source>List the models for this task, and choose them for it</source>
        <translation>列出适用于此任务的模型并供选择</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Models of torchvision</source>
        <translation>torchvision 的模型</translation>
    </message>
    <message>
        <source>No model here. Search the hub, or name one below.</source>
        <translation>这里没有模型。请搜索 Hub，或在下方指定。</translation>
    </message>
    <message>
        <source>Public models, each at several sizes</source>
        <translation>公开模型，各有多种规模</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Search the Hugging Face hub by words of a name</source>
        <translation>按名称中的词搜索 Hugging Face Hub</translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation>搜索 Hub</translation>
    </message>
    <message>
        <source>Searching the hub…</source>
        <translation>正在搜索 Hub…</translation>
    </message>
    <message>
        <source>Size ladders</source>
        <translation>规模阶梯</translation>
    </message>
    <message>
        <source>Small models that come with GranView</source>
        <translation>GranView 自带的小模型</translation>
    </message>
    <message>
        <source>The hub has no model of that name for this task.</source>
        <translation>Hub 上没有适用于此任务的同名模型。</translation>
    </message>
    <message>
        <source>Type words of a model's name to search the hub.</source>
        <translation>键入模型名称中的词以搜索 Hub。</translation>
    </message>
</context>
<context>
    <name>MoreVariants</name>
    <message>
        <source>More variants…</source>
        <translation>更多变体…</translation>
    </message>
    <message>
        <source>Run each chosen model in other ways too, as lanes beside it</source>
        <translation>同时以其他方式运行每个所选模型，并列比较</translation>
    </message>
    <message>
        <source>{n} more variants…</source>
        <translation>另有 {n} 个变体…</translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>A file that is a model by itself: ONNX, torch.export, TorchScript, weights</source>
        <translation>本身即为模型的文件：ONNX、torch.export、TorchScript、权重</translation>
    </message>
    <message>
        <source>File of a model</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder of a model, or of saved predictions</source>
        <translation>模型文件夹，或已保存预测的文件夹</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>How it is run…</source>
        <translation>运行方式…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Or a Hugging Face id, organisation/name@revision, or saved:FOLDER</source>
        <translation>或 Hugging Face 标识 organisation/name@revision，或 saved:文件夹</translation>
    </message>
    <message>
        <source>What goes into this network and what comes out: look at it, and correct it</source>
        <translation>此网络的输入和输出：请查看并更正</translation>
    </message>
    <message>
        <source>What this model is to do</source>
        <translation>此模型的任务</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check at each start</source>
        <translation>每次启动时检查</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Device of new lanes</source>
        <translation>新模型的运行设备</translation>
    </message>
    <message>
        <source>Fewer leave room for other programs and make lanes slower. For lanes that start from now on.</source>
        <translation>线程少则给其他程序留出余地，但模型更慢。对此后启动的模型有效。</translation>
    </message>
    <message>
        <source>How far a contour may lie from the reference's and still count; results become out of date.</source>
        <translation>轮廓偏离参考轮廓多远仍视为正确；更改后结果过期。</translation>
    </message>
    <message>
        <source>How strongly masks cover the picture when a comparison is opened; Inspect changes it.</source>
        <translation>打开比较时掩码覆盖图像的程度；可在“检视”中更改。</translation>
    </message>
    <message>
        <source>In any currency; the cost panel shows what a million samples cost.</source>
        <translation>币种不限；“代价”面板会显示一百万个样本的费用。</translation>
    </message>
    <message>
        <source>In percent of the size that the desktop has set. Pictures keep theirs.</source>
        <translation>相对于桌面设置的百分比。图像大小不变。</translation>
    </message>
    <message>
        <source>Keep the confidence of every pixel</source>
        <translation>保留每个像素的置信度</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>保存在 {path}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light or dark; with the system it changes when that does.</source>
        <translation>浅色或深色；“跟随系统”会随系统切换。</translation>
    </message>
    <message>
        <source>Of menus, panels, explanations and messages. The window changes at once; lanes run on.</source>
        <translation>菜单、面板、解释和消息的语言。窗口立即切换；模型继续运行。</translation>
    </message>
    <message>
        <source>Opacity of predictions at the start</source>
        <translation>预测的初始不透明度</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Price of an hour of the CPU</source>
        <translation>CPU 每小时费用</translation>
    </message>
    <message>
        <source>Price of an hour of the GPU</source>
        <translation>GPU 每小时费用</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Restart a lane that is silent for</source>
        <translation>模型无响应多久后重启</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Shown under the cursor; makes sessions larger.</source>
        <translation>显示在光标处；会使会话文件变大。</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>So long a lane may work on one sample. Slow models on large pictures need more.</source>
        <translation>模型处理一个样本的最长时间。慢模型处理大图像需要更久。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>This address alone is asked, for one file that names the latest version; while it is empty, nothing is. Help › Check for updates… asks at once.</source>
        <translation>只向此地址请求一个写明最新版本的文件；地址为空时不联系任何服务器。“帮助 › 检查更新…”可立即检查。</translation>
    </message>
    <message>
        <source>Threads of a lane on the CPU</source>
        <translation>单个模型的 CPU 线程数</translation>
    </message>
    <message>
        <source>Tolerance of the boundary F-score</source>
        <translation>边界 F 值的容差</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>所有核心</translation>
    </message>
    <message>
        <source>auto takes the GPU where there is one; cuda:1 is the second. Lanes here stay where they are.</source>
        <translation>auto 在有 GPU 时使用 GPU；cuda:1 为第二块。已有模型不变。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例数</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>One file that a colleague reads without the program: verdict, tables, plots, and what decided it.</source>
        <translation>一个无需本程序即可阅读的文件：结论、表格、图，以及起决定作用的示例。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The first of each task</source>
        <translation>每个任务的第一个</translation>
    </message>
    <message>
        <source>The names of the lanes</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>There are no lanes yet. Add a model and run it first.</source>
        <translation>尚无模型。请先添加模型并运行。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Units where the lanes differ most, both ways, and typical ones; of each task.</source>
        <translation>每个任务中模型差异最大的单元（双向）以及典型单元。</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写入…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>SamplePreview</name>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} 个答案</translation>
    </message>
    <message>
        <source>{n} texts that it should become</source>
        <translation>{n} 个目标文本</translation>
    </message>
    <message>
        <source>{words}, {n} more</source>
        <translation>{words}，另有 {n} 个</translation>
    </message>
</context>
<context>
    <name>SaveChanges</name>
    <message>
        <source>&amp;Discard them</source>
        <translation>放弃更改(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Don't save</source>
        <translation>不保存(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>两者都保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Recover them</source>
        <translation>恢复更改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on with them, or open the file as it was saved, with or without keeping them.</source>
        <translation>可在这些更改的基础上继续，或打开文件保存时的内容并选择是否保留更改。</translation>
    </message>
    <message>
        <source>Save the changes of {name}?</source>
        <translation>保存对 {name} 的更改？</translation>
    </message>
    <message>
        <source>Save this comparison under a name?</source>
        <translation>是否命名保存此比较？</translation>
    </message>
    <message>
        <source>Without one it is kept among the last ten comparisons that have none.</source>
        <translation>不命名则保留在最近十个未命名的比较中。</translation>
    </message>
    <message>
        <source>Without saving they are lost, and the file stays as it was saved last.</source>
        <translation>不保存则更改将丢失，文件保持上次保存的内容。</translation>
    </message>
    <message>
        <source>{name} has changes of {when} that were not saved.</source>
        <translation>{name} 有 {when} 未保存的更改。</translation>
    </message>
</context>
<context>
    <name>SavedPredictionsDialog</name>
    <message>
        <source>Add as a lane</source>
        <translation>作为模型添加</translation>
    </message>
    <message>
        <source>Add as inputs</source>
        <translation>作为输入添加</translation>
    </message>
    <message>
        <source>Add as references</source>
        <translation>作为参考标注添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read with</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Saved predictions</source>
        <translation>已保存的预测</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>only where it is wrong, such as classes=background|cell</source>
        <translation>仅在有误时填写，例如 classes=background|cell</translation>
    </message>
    <message>
        <source>{name} looks like saved predictions: {title}; {n} of {total} samples have one.</source>
        <translation>{name} 看起来是已保存的预测：{title}；{total} 个样本中有 {n} 个有预测。</translation>
    </message>
</context>
<context>
    <name>TaskParams</name>
    <message>
        <source>words or phrases, with commas between</source>
        <translation>词或短语，以英文逗号分隔</translation>
    </message>
</context>
<context>
    <name>TaskParamsDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How tasks are run</source>
        <translation>任务的运行方式</translation>
    </message>
    <message>
        <source>The lanes' tasks have no parameters of their own.</source>
        <translation>这些模型的任务没有专属参数。</translation>
    </message>
    <message>
        <source>These hold for all lanes of this comparison that do such a task, from the next run on.</source>
        <translation>从下次运行起，适用于本次比较中执行此类任务的所有模型。</translation>
    </message>
    <message>
        <source>how tasks are run</source>
        <translation>任务的运行方式</translation>
    </message>
</context>
<context>
    <name>TextParamsDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How texts are run</source>
        <translation>文本的运行方式</translation>
    </message>
    <message>
        <source>These hold for all lanes of this comparison, from the next run on, and for new ones. Lanes of pictures do not use them.</source>
        <translation>从下次运行起，适用于本次比较中的所有模型以及新的比较。图像模型不使用这些设置。</translation>
    </message>
    <message>
        <source>how texts are run</source>
        <translation>文本的运行方式</translation>
    </message>
</context>
<context>
    <name>TrustCodeDialog</name>
    <message>
        <source>Do not run it</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Let it run on this machine</source>
        <translation>允许在本机运行</translation>
    </message>
    <message>
        <source>Let this program run?</source>
        <translation>允许运行此程序？</translation>
    </message>
    <message>
        <source>To load this model is to run a program, with all your rights: it can read and change your files. Read it first. It is asked about again when it changes.</source>
        <translation>加载此模型意味着以您的全部权限运行一个程序：它可以读取和修改您的文件。请先阅读其代码。代码改变时会再次询问。</translation>
    </message>
</context>
<context>
    <name>UpdatesDialog</name>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>A check asks {host} for one file that names the latest version, and for nothing else. Nothing is said of you, your data or this machine but the address that it has in the network.</source>
        <translation>检查时只向 {host} 请求一个写有最新版本的文件，别无其他。除本机的网络地址外，不会透露关于您、您的数据或本机的任何信息。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Check at each start</source>
        <translation>每次启动时检查</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>GranView {version} can be had.</source>
        <translation>GranView {version} 已发布。</translation>
    </message>
    <message>
        <source>No address is set, so nothing is ever contacted.</source>
        <translation>未设置地址，因此不会联系任何服务器。</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>There is no newer version.</source>
        <translation>没有新版本。</translation>
    </message>
    <message>
        <source>This is GranView {version}.</source>
        <translation>当前为 GranView {version}。</translation>
    </message>
</context>
<context>
    <name>VariantChooser</name>
    <message>
        <source>All number formats that the device runs</source>
        <translation>设备支持的所有数值格式</translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Check nothing</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>Every number format</source>
        <translation>所有数值格式</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>Several changes at once</source>
        <translation>多项更改同时进行</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>常用项</translation>
    </message>
    <message>
        <source>bf16, int8, int4, half of the weights pruned: as far as the device runs them</source>
        <translation>bf16、int8、int4、剪枝一半权重：以设备支持为限</translation>
    </message>
    <message>
        <source>such as 4 16</source>
        <translation>例如 4 16</translation>
    </message>
    <message>
        <source>such as bf16+int8+compile</source>
        <translation>例如 bf16+int8+compile</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>内存布局</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Takes seconds to minutes once; no latency contains it.</source>
        <translation>首次需数秒至数分钟；不计入延迟。</translation>
    </message>
    <message>
        <source>The network is compiled to kernels of its own</source>
        <translation>将网络编译为专用内核</translation>
    </message>
    <message>
        <source>{title}, {low:g} to {high:g}; several with a space between them, such as 0.3 0.5</source>
        <translation>{title}，{low:g} 至 {high:g}；多个值以空格分隔，例如 0.3 0.5</translation>
    </message>
</context>
<context>
    <name>WritingRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>_Reading</name>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
    <message>
        <source>A class counts from</source>
        <translation>类别计入的最低概率</translation>
    </message>
    <message>
        <source>A word's first token</source>
        <translation>词的首个词元</translation>
    </message>
    <message>
        <source>A word's surest token</source>
        <translation>词中置信度最高的词元</translation>
    </message>
    <message>
        <source>Answers and words to keep</source>
        <translation>保留的答案和词数</translation>
    </message>
    <message>
        <source>By words, an entity never begins or ends inside one; by tokens, words are torn</source>
        <translation>按词划分时，实体不会在词内开始或结束；按词元划分则会切断词</translation>
    </message>
    <message>
        <source>Do not use the one of the model's config either</source>
        <translation>也不使用模型配置中的前缀</translation>
    </message>
    <message>
        <source>Each token's own tag</source>
        <translation>每个词元各自的标签</translation>
    </message>
    <message>
        <source>Entities from</source>
        <translation>实体划分依据</translation>
    </message>
    <message>
        <source>Leave out the end</source>
        <translation>舍去末尾</translation>
    </message>
    <message>
        <source>Longer than the model's window</source>
        <translation>超出模型窗口时</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>No prefix</source>
        <translation>无前缀</translation>
    </message>
    <message>
        <source>Overlap of windows</source>
        <translation>窗口重叠</translation>
    </message>
    <message>
        <source>Overlapping windows</source>
        <translation>重叠窗口</translation>
    </message>
    <message>
        <source>Put before every text</source>
        <translation>每段文本前的前缀</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The average over a word's tokens</source>
        <translation>词内词元的平均值</translation>
    </message>
    <message>
        <source>Use the model's chat template</source>
        <translation>使用模型的对话模板</translation>
    </message>
    <message>
        <source>Used by the tasks that can join windows; the others leave out the end and say so</source>
        <translation>用于能够合并窗口的任务；其他任务舍去末尾并会说明</translation>
    </message>
    <message>
        <source>as the model's config says</source>
        <translation>按模型配置</translation>
    </message>
</context>
<context>
    <name>_VariantsPage</name>
    <message>
        <source>Batch sizes can be added to a lane: Lanes ▸ Add variants…</source>
        <translation>可为模型添加批大小：“模型 ▸ 添加变体…”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Each chosen model becomes a lane for each of them.</source>
        <translation>每个所选模型的每种变体各占一列。</translation>
    </message>
    <message>
        <source>More variants</source>
        <translation>更多变体</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>_Writing</name>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
    <message>
        <source>1 for greedy search</source>
        <translation>1 表示贪心搜索</translation>
    </message>
    <message>
        <source>1 for none</source>
        <translation>1 表示不惩罚</translation>
    </message>
    <message>
        <source>Among the top k</source>
        <translation>从前 k 个中选</translation>
    </message>
    <message>
        <source>Among the top p</source>
        <translation>从前 p 概率中选</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>束宽</translation>
    </message>
    <message>
        <source>Draw tokens by their probability</source>
        <translation>按概率采样词元</translation>
    </message>
    <message>
        <source>No repeated run of tokens</source>
        <translation>不重复的词元序列长度</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
</TS>
