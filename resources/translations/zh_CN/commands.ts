<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ArrangementCommands</name>
    <message>
        <source>&amp;Hide all panels</source>
        <translation>隐藏所有面板(&amp;H)</translation>
    </message>
    <message>
        <source>Fold &amp;results</source>
        <translation>折叠结果(&amp;R)</translation>
    </message>
    <message>
        <source>Fold the results at the bottom to their headline, or unfold them</source>
        <translation>将底部的结果折叠为一行摘要，或展开</translation>
    </message>
    <message>
        <source>Hide all panels, or bring them back as they were: Tab while the pictures have the focus</source>
        <translation>隐藏所有面板，或恢复原样：焦点在图像上时按 Tab</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>another layout</source>
        <translation>更换布局</translation>
    </message>
    <message>
        <source>reset the layout</source>
        <translation>重置布局</translation>
    </message>
</context>
<context>
    <name>ColumnCommands</name>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>It is not certain which column of {name} is the text, so nothing of it was added yet.</source>
        <translation>无法确定 {name} 的哪一列是文本，因此尚未添加其中的内容。</translation>
    </message>
</context>
<context>
    <name>DataSetGate</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at what is chosen now…</source>
        <translation>正在查看当前所选内容…</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>Looking through what was dropped…</source>
        <translation>正在查看拖入的内容…</translation>
    </message>
    <message>
        <source>Looking through {folder}: {n} so far</source>
        <translation>正在查看 {folder}：已查看 {n} 个</translation>
    </message>
    <message>
        <source>Nothing was loaded: looking through it was cancelled.</source>
        <translation>没有载入任何内容：查看已取消。</translation>
    </message>
</context>
<context>
    <name>DialogCommands</name>
    <message>
        <source>&amp;About GranView</source>
        <translation>关于 GranView(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy what is on screen</source>
        <translation>复制当前画面(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help on this panel</source>
        <translation>此面板的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>A &amp;first comparison in five minutes</source>
        <translation>五分钟完成第一次比较(&amp;F)</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>检查更新(&amp;U)…</translation>
    </message>
    <message>
        <source>How &amp;texts are run…</source>
        <translation>文本的运行方式(&amp;T)…</translation>
    </message>
    <message>
        <source>How tasks are &amp;run…</source>
        <translation>任务的运行方式(&amp;R)…</translation>
    </message>
    <message>
        <source>Match &amp;classes…</source>
        <translation>匹配类别(&amp;C)…</translation>
    </message>
    <message>
        <source>Reports of &amp;defects…</source>
        <translation>缺陷报告(&amp;D)…</translation>
    </message>
    <message>
        <source>The page of the guide about the panel that has the focus</source>
        <translation>指南中关于当前面板的页面</translation>
    </message>
    <message>
        <source>There are no reports of defects.</source>
        <translation>没有缺陷报告。</translation>
    </message>
    <message>
        <source>What is on screen is on the clipboard.</source>
        <translation>当前画面已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add to the comparison</source>
        <translation>松开即可添加到比较中</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: {deed}</source>
        <translation>重做：{deed}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove this sample</source>
        <translation>移除此样本(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {deed}</source>
        <translation>撤销：{deed}(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ExplainCommands</name>
    <message>
        <source>&amp;Explain</source>
        <translation>解释(&amp;E)</translation>
    </message>
    <message>
        <source>Explain everywhere</source>
        <translation>解释整个样本</translation>
    </message>
    <message>
        <source>Show what each model attends to, or what its answer rests on</source>
        <translation>显示各模型关注何处，或其答案的依据</translation>
    </message>
    <message>
        <source>Stop explaining</source>
        <translation>停止解释</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;Open images and texts…</source>
        <translation>打开图像和文本(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste image or text</source>
        <translation>粘贴图像或文本(&amp;P)</translation>
    </message>
    <message>
        <source>Add re&amp;ferences…</source>
        <translation>添加参考标注(&amp;F)…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Folder of references</source>
        <translation>参考标注文件夹</translation>
    </message>
    <message>
        <source>One comparison is open at a time: {session}. These were not opened: {others}.</source>
        <translation>同一时间只能打开一个比较：{session}。未打开：{others}。</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open data &amp;set…</source>
        <translation>打开数据集(&amp;S)…</translation>
    </message>
    <message>
        <source>Open data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open images and texts</source>
        <translation>打开图像和文本</translation>
    </message>
    <message>
        <source>Samples and sessions</source>
        <translation>样本和会话</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The clipboard holds no image, no text and no files.</source>
        <translation>剪贴板中没有图像、文本或文件。</translation>
    </message>
    <message>
        <source>The pasted image was kept as {path}</source>
        <translation>粘贴的图像已保存为 {path}</translation>
    </message>
    <message>
        <source>The text was added as {name}</source>
        <translation>文本已添加为 {name}</translation>
    </message>
    <message>
        <source>{session} is opened first, and what was dropped with it is added to it.</source>
        <translation>先打开 {session}，再将一起拖入的内容添加进去。</translation>
    </message>
</context>
<context>
    <name>FocusCommands</name>
    <message>
        <source>Clear focus</source>
        <translation>取消限定</translation>
    </message>
    <message>
        <source>Mark the unit that is looked at, or else the sample; once more removes the mark</source>
        <translation>标记正在查看的单元；没有时标记样本；再按一次取消标记</translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation>标记：{mark}</translation>
    </message>
    <message>
        <source>Narrow nothing any more, and look at no unit in particular</source>
        <translation>不再限定范围，也不再查看特定单元</translation>
    </message>
    <message>
        <source>Next unit of the queue</source>
        <translation>队列中的下一个单元</translation>
    </message>
    <message>
        <source>Previous unit of the queue</source>
        <translation>队列中的上一个单元</translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message>
        <source>&amp;Brightness of pictures…</source>
        <translation>图像亮度(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>It is not certain how the new pictures or masks are to be read.</source>
        <translation>无法确定应如何读取新的图像或掩码。</translation>
    </message>
    <message>
        <source>What &amp;masks mean…</source>
        <translation>掩码的含义(&amp;M)…</translation>
    </message>
    <message>
        <source>how pictures and masks are read</source>
        <translation>图像和掩码的读取方式</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Gallery</source>
        <translation>示例库</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>示例库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>模型(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ModelGate</name>
    <message>
        <source>Add these one by one, for the same reason: {names}.</source>
        <translation>出于同样原因，请逐个添加：{names}。</translation>
    </message>
    <message>
        <source>The rest is opened as samples.</source>
        <translation>其余作为样本打开。</translation>
    </message>
    <message>
        <source>What {model} is for is not known from its files: choose its task.</source>
        <translation>无法从文件得知 {model} 的用途：请选择其任务。</translation>
    </message>
    <message>
        <source>{names} became a lane each.</source>
        <translation>{names} 已各成一列。</translation>
    </message>
</context>
<context>
    <name>ReferenceGate</name>
    <message>
        <source>1 file is left over, since no sample is called so: {names}.</source>
        <translation>有 1 个文件未使用，因为没有同名样本：{names}。</translation>
    </message>
    <message>
        <source>No sample has another reference by {name}.</source>
        <translation>没有样本从 {name} 得到其他参考标注。</translation>
    </message>
    <message>
        <source>The samples have their earlier references again.</source>
        <translation>样本已恢复原先的参考标注。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>the {n} files</source>
        <translation>这 {n} 个文件</translation>
    </message>
    <message>
        <source>{n} files are left over, since no sample is called so: {names}.</source>
        <translation>有 {n} 个文件未使用，因为没有同名样本：{names}。</translation>
    </message>
    <message>
        <source>{n} of {all} samples have their reference in {name} now.</source>
        <translation>{all} 个样本中的 {n} 个现在以 {name} 中的文件为参考标注。</translation>
    </message>
</context>
<context>
    <name>RegionCommands</name>
    <message>
        <source>F&amp;loat or dock panel</source>
        <translation>浮动或停靠面板(&amp;L)</translation>
    </message>
    <message>
        <source>From the lanes' bar to the panels, the pictures and back; Tab goes on within each</source>
        <translation>在模型栏、面板和图像之间循环；在每个区域内用 Tab 继续</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>下一个单元格</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一个区域</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>上一个单元格</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一个区域</translation>
    </message>
    <message>
        <source>The panel that has the keys leaves the window, or stands in it again</source>
        <translation>让拥有键盘焦点的面板离开窗口，或重新停靠在窗口中</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>&amp;Add models…</source>
        <translation>添加模型(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close all lanes</source>
        <translation>关闭所有模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Add &amp;variants…</source>
        <translation>添加变体(&amp;V)…</translation>
    </message>
    <message>
        <source>Run &amp;everything again</source>
        <translation>全部重新运行(&amp;E)</translation>
    </message>
    <message>
        <source>Run a lane's model in other ways beside it: number formats, quantised, pruned, compiled</source>
        <translation>以其他方式并列运行同一模型：不同数值格式、量化、剪枝、编译</translation>
    </message>
    <message>
        <source>Run every sample in every lane again</source>
        <translation>在所有模型上重新运行全部样本</translation>
    </message>
    <message>
        <source>Run what has no result yet</source>
        <translation>运行尚无结果的样本</translation>
    </message>
    <message>
        <source>Stop all lanes</source>
        <translation>停止所有模型</translation>
    </message>
</context>
<context>
    <name>RuntimeCommands</name>
    <message>
        <source>Run&amp;time…</source>
        <translation>运行环境(&amp;T)…</translation>
    </message>
    <message>
        <source>This version brings newer packages for {backend}: Help › Runtime… builds them.</source>
        <translation>此版本为 {backend} 带来了更新的软件包：可在“帮助 › 运行环境…”中构建。</translation>
    </message>
    <message>
        <source>What models run on: CPU or GPU, downloaded and built here</source>
        <translation>模型的运行环境：CPU 或 GPU，在此下载并构建</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>A comparison of {when} was not saved under a name.</source>
        <translation>{when} 的一次比较尚未命名保存。</translation>
    </message>
    <message>
        <source>Changes of {when} that were not saved are there again.</source>
        <translation>已恢复 {when} 未保存的更改。</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Re&amp;vert to saved</source>
        <translation>恢复到已保存的版本(&amp;V)</translation>
    </message>
    <message>
        <source>Revert to saved</source>
        <translation>恢复到已保存的版本</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>会话 (*{suffix})</translation>
    </message>
    <message>
        <source>Show the file as it was saved; the changes since are kept as a comparison without a name</source>
        <translation>显示文件保存时的内容；此后的更改保留为未命名的比较</translation>
    </message>
    <message>
        <source>The changes that were not saved are a comparison without a name now.</source>
        <translation>未保存的更改现为一个未命名的比较。</translation>
    </message>
    <message>
        <source>{name} has changes of {when} that were not saved.</source>
        <translation>{name} 有 {when} 未保存的更改。</translation>
    </message>
</context>
<context>
    <name>SessionSaving</name>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Choose it in the dialog to replace it.</source>
        <translation>如要替换，请在对话框中选择该文件。</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>会话 (*{suffix})</translation>
    </message>
    <message>
        <source>The session was saved as {path}</source>
        <translation>会话已保存为 {path}</translation>
    </message>
    <message>
        <source>{path} is there already, and was not replaced.</source>
        <translation>{path} 已存在，未被替换。</translation>
    </message>
</context>
<context>
    <name>UpdateCheck</name>
    <message>
        <source>GranView {version} can be had: Help ▸ Check for updates.</source>
        <translation>GranView {version} 已发布：“帮助 ▸ 检查更新”。</translation>
    </message>
    <message>
        <source>It could not be seen whether there is a newer version. {reason}</source>
        <translation>无法得知是否有新版本。{reason}</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>&amp;Blink</source>
        <translation>交替闪烁(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Find in texts…</source>
        <translation>在文本中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keep details over pictures</source>
        <translation>始终在图像上显示详情(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Loupe</source>
        <translation>放大镜(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>导航图(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next sample</source>
        <translation>下一个样本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Outline only</source>
        <translation>仅显示轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Previous sample</source>
        <translation>上一个样本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>Actual &amp;size (1:1)</source>
        <translation>实际大小 (1:1)(&amp;S)</translation>
    </message>
    <message>
        <source>Differences of &amp;words</source>
        <translation>词语差异(&amp;W)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Lane {n} alone</source>
        <translation>单独显示第 {n} 个模型</translation>
    </message>
    <message>
        <source>One lane a&amp;lone</source>
        <translation>单独显示一个模型(&amp;L)</translation>
    </message>
    <message>
        <source>Predictions less opaque</source>
        <translation>降低预测的不透明度</translation>
    </message>
    <message>
        <source>Predictions more opaque</source>
        <translation>提高预测的不透明度</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>滑动对比(&amp;W)</translation>
    </message>
    <message>
        <source>Shade by &amp;confidence</source>
        <translation>按置信度着色(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;reference</source>
        <translation>显示参考标注(&amp;R)</translation>
    </message>
    <message>
        <source>Show all of the picture; texts in their usual size</source>
        <translation>显示整幅图像；文本恢复常用字号</translation>
    </message>
    <message>
        <source>Show plain &amp;picture</source>
        <translation>显示原图(&amp;P)</translation>
    </message>
    <message>
        <source>Show the picture alone beside what is said of it</source>
        <translation>在结果旁单独显示原图</translation>
    </message>
    <message>
        <source>Show what lies at the cursor px for px, at the same place in every lane</source>
        <translation>在所有模型的同一位置，逐像素显示光标处的内容</translation>
    </message>
    <message>
        <source>The whole picture in small while a part of it is out of view</source>
        <translation>图像有部分在视野之外时，以小图显示整幅图像</translation>
    </message>
    <message>
        <source>Times and devices stay over the pictures while the pointer rests elsewhere</source>
        <translation>指针移开时，耗时和设备仍显示在图像上</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
</context>
</TS>
