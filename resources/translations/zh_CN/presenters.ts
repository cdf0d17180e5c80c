<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CellStatus</name>
    <message>
        <source>Drop a reference, such as a mask, of the same name beside it to score it.</source>
        <translation>拖入同名的参考标注（如掩码）即可评分。</translation>
    </message>
    <message>
        <source>Open a file that has labels, entities, answers or targets beside its texts.</source>
        <translation>请打开文本旁附有标签、实体、答案或目标文本的文件。</translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation>正在打开图像…</translation>
    </message>
    <message>
        <source>Opening the text…</source>
        <translation>正在打开文本…</translation>
    </message>
</context>
<context>
    <name>ClassScoresPresenter</name>
    <message>
        <source>Least probability</source>
        <translation>最低概率</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>{lane}: {classes}</source>
        <translation>{lane}：{classes}</translation>
    </message>
</context>
<context>
    <name>DepthMapPresenter</name>
    <message>
        <source>Aligned to the reference</source>
        <translation>已与参考标注对齐</translation>
    </message>
    <message>
        <source>As near, or not known</source>
        <translation>同样接近，或未知</translation>
    </message>
    <message>
        <source>Different after alignment, full from {percent} % of the range</source>
        <translation>对齐后不同，达到范围的 {percent}% 时颜色最深</translation>
    </message>
    <message>
        <source>Different, full from {percent} % of the distance</source>
        <translation>不同，达到距离的 {percent}% 时颜色最深</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>远</translation>
    </message>
    <message>
        <source>In metres</source>
        <translation>以米为单位</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>近</translation>
    </message>
    <message>
        <source>One is of distances, the other of one by distances: without a reference they cannot be brought together.</source>
        <translation>一个是距离，另一个是距离的倒数：没有参考标注就无法统一。</translation>
    </message>
    <message>
        <source>One scale, aligned to the reference</source>
        <translation>同一刻度，已与参考标注对齐</translation>
    </message>
    <message>
        <source>One scale, in metres</source>
        <translation>同一刻度，以米为单位</translation>
    </message>
    <message>
        <source>Own scale: not comparable</source>
        <translation>各自的刻度：不可比较</translation>
    </message>
    <message>
        <source>Same, or not known</source>
        <translation>相同，或未知</translation>
    </message>
    <message>
        <source>These depth maps are of different sizes.</source>
        <translation>这些深度图的尺寸不同。</translation>
    </message>
    <message>
        <source>This depth map cannot be drawn</source>
        <translation>此深度图无法绘制</translation>
    </message>
    <message>
        <source>depth maps</source>
        <translation>深度图</translation>
    </message>
    <message>
        <source>{lane} nearer, full from {percent} % of the distance</source>
        <translation>{lane} 更接近，达到距离的 {percent}% 时颜色最深</translation>
    </message>
    <message>
        <source>{place}, {distance} m</source>
        <translation>{place}，{distance} m</translation>
    </message>
    <message>
        <source>{value} (relative distance)</source>
        <translation>{value}（相对距离）</translation>
    </message>
    <message>
        <source>{value} (relative, larger is nearer)</source>
        <translation>{value}（相对值，越大越近）</translation>
    </message>
    <message>
        <source>{value} m</source>
        <translation>{value} m</translation>
    </message>
</context>
<context>
    <name>DifferenceScene</name>
    <message>
        <source>Both right</source>
        <translation>两者都正确</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>两者都错误</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Only {lane} right</source>
        <translation>仅 {lane} 正确</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>These masks differ in size and cannot be compared.</source>
        <translation>这些掩码的尺寸不同，无法比较。</translation>
    </message>
</context>
<context>
    <name>InstancesDifference</name>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Both find</source>
        <translation>两者都检出</translation>
    </message>
    <message>
        <source>Neither finds</source>
        <translation>两者都未检出</translation>
    </message>
    <message>
        <source>Only {lane}</source>
        <translation>仅 {lane}</translation>
    </message>
    <message>
        <source>Only {lane} finds</source>
        <translation>仅 {lane} 检出</translation>
    </message>
    <message>
        <source>These are objects of pictures of different sizes.</source>
        <translation>这些目标来自尺寸不同的图像。</translation>
    </message>
    <message>
        <source>{lane} invents</source>
        <translation>{lane} 误报</translation>
    </message>
</context>
<context>
    <name>InstancesLinks</name>
    <message>
        <source>Found by all</source>
        <translation>全部检出</translation>
    </message>
    <message>
        <source>Found by none</source>
        <translation>全部漏检</translation>
    </message>
    <message>
        <source>Found by some</source>
        <translation>部分检出</translation>
    </message>
    <message>
        <source>In a crowd</source>
        <translation>属于群体</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>IoU {iou}</source>
        <translation>交并比 {iou}</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>These objects cannot be compared</source>
        <translation>这些目标无法比较</translation>
    </message>
    <message>
        <source>a crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>filtered out</source>
        <translation>已滤除</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{area} px</source>
        <translation>{area} px</translation>
    </message>
</context>
<context>
    <name>InstancesPainter</name>
    <message>
        <source>These objects cannot be drawn</source>
        <translation>这些目标无法绘制</translation>
    </message>
    <message>
        <source>Without a reference nothing is right or missed: coloured by class.</source>
        <translation>没有参考标注就没有正确与漏检之分：按类别着色。</translation>
    </message>
</context>
<context>
    <name>InstancesPresenter</name>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>From this overlap on, two objects are the same one.</source>
        <translation>交并比达到此值时，两个目标视为同一个。</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>交并比</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Leaves out objects that a model is less sure of, in every lane at once.</source>
        <translation>在所有模型中同时滤除置信度较低的目标。</translation>
    </message>
    <message>
        <source>Leaves out objects whose area's square root is less, in px.</source>
        <translation>滤除面积平方根较小的目标，单位 px。</translation>
    </message>
    <message>
        <source>Right, missed and invented objects, against the reference and at the IoU below.</source>
        <translation>依据参考标注和下方的交并比，区分正确、漏检和误报的目标。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>object</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>right or wrong</source>
        <translation>正确或错误</translation>
    </message>
    <message>
        <source>under the cursor</source>
        <translation>光标处</translation>
    </message>
    <message>
        <source>where there is room</source>
        <translation>有空间时显示</translation>
    </message>
</context>
<context>
    <name>LabelMapPainter</name>
    <message>
        <source>This mask cannot be drawn</source>
        <translation>此掩码无法绘制</translation>
    </message>
    <message>
        <source>Too many classes are in this mask to shade each of them.</source>
        <translation>此掩码中的类别过多，无法逐一按置信度着色。</translation>
    </message>
    <message>
        <source>{present} classes are in this mask: the {own} largest have their colours, the others are grey.</source>
        <translation>此掩码含 {present} 个类别：最大的 {own} 个有各自的颜色，其余为灰色。</translation>
    </message>
</context>
<context>
    <name>LabelMapPresenter</name>
    <message>
        <source>By confidence, what a lane is less sure of is lighter, where it kept that; right or wrong is against the reference, and what is wrong is hatched.</source>
        <translation>按置信度：模型置信度较低处颜色较浅（需保留置信度）；正确或错误依据参考标注，错误处加斜线。</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>No confidence was kept: see Preferences</source>
        <translation>未保留置信度：见“首选项”</translation>
    </message>
    <message>
        <source>No reference says what is right</source>
        <translation>没有参考标注说明何为正确</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>Wrong, hatched</source>
        <translation>错误（斜线）</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class and confidence</source>
        <translation>类别和置信度</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>分割掩码</translation>
    </message>
    <message>
        <source>right or wrong</source>
        <translation>正确或错误</translation>
    </message>
    <message>
        <source>{percent} % sure</source>
        <translation>置信度 {percent}%</translation>
    </message>
</context>
<context>
    <name>PicturePresenter</name>
    <message>
        <source>Differences of {plural} cannot be drawn.</source>
        <translation>无法绘制{plural}的差异。</translation>
    </message>
    <message>
        <source>There is no painter for {plural}: update what makes them.</source>
        <translation>没有可绘制{plural}的组件：请更新生成它们的程序。</translation>
    </message>
    <message>
        <source>predictions of the type “{name}”</source>
        <translation>类型为“{name}”的预测</translation>
    </message>
    <message>
        <source>{left} and {right} cannot be compared with each other.</source>
        <translation>{left} 与 {right} 无法相互比较。</translation>
    </message>
</context>
<context>
    <name>PixelWords</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>PromptedMasks</name>
    <message>
        <source>prompted masks</source>
        <translation>提示分割掩码</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>not labelled</source>
        <translation>未标注</translation>
    </message>
</context>
<context>
    <name>RestoredPicturePresenter</name>
    <message>
        <source>As near (full colour: {levels} levels)</source>
        <translation>同样接近（最深色：{levels} 级）</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Same (full colour: {levels} levels)</source>
        <translation>相同（最深色：{levels} 级）</translation>
    </message>
    <message>
        <source>These pictures are of different sizes and cannot be compared px by px.</source>
        <translation>这些图像的尺寸不同，无法逐像素比较。</translation>
    </message>
    <message>
        <source>This picture cannot be drawn</source>
        <translation>此图像无法绘制</translation>
    </message>
    <message>
        <source>restored pictures</source>
        <translation>复原图像</translation>
    </message>
    <message>
        <source>{lane} nearer</source>
        <translation>{lane} 更接近</translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>Also right, {place} of {n}</source>
        <translation>同样正确，第 {place} 个，共 {n} 个</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Computes what its cases say</source>
        <translation>计算结果与用例一致</translation>
    </message>
    <message>
        <source>Cut off: it reached the limit on new tokens.</source>
        <translation>已截断：达到新词元数上限。</translation>
    </message>
    <message>
        <source>Equal to a reference</source>
        <translation>与某个参考标注相同</translation>
    </message>
    <message>
        <source>Equal to no reference</source>
        <translation>与任何参考标注都不同</translation>
    </message>
    <message>
        <source>Given to the model: {n} tokens</source>
        <translation>输入模型：{n} 个词元</translation>
    </message>
    <message>
        <source>Mask {n}</source>
        <translation>掩码处 {n}</translation>
    </message>
    <message>
        <source>No entity is said, and none is known.</source>
        <translation>没有识别出实体，参考标注中也没有。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>第二段文本</translation>
    </message>
    <message>
        <source>There is no presenter for predictions of the type “{name}”: update what makes them.</source>
        <translation>没有可显示“{name}”类型预测的组件：请更新生成它们的程序。</translation>
    </message>
    <message>
        <source>These texts are too long to be compared word by word.</source>
        <translation>这些文本过长，无法逐词比较。</translation>
    </message>
    <message>
        <source>[… {n} characters …]</source>
        <translation>[… {n} 个字符 …]</translation>
    </message>
    <message>
        <source>and {n} less likely</source>
        <translation>另有 {n} 个可能性较低</translation>
    </message>
    <message>
        <source>no answer in this text</source>
        <translation>文中没有答案</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>参考标注</translation>
    </message>
    <message>
        <source>{n} invented ✗</source>
        <translation>{n} 个误报 ✗</translation>
    </message>
    <message>
        <source>{n} missed –</source>
        <translation>{n} 个遗漏 –</translation>
    </message>
    <message>
        <source>{n} more had no room</source>
        <translation>另有 {n} 个因空间不足未显示</translation>
    </message>
    <message>
        <source>{n} of another type ✗</source>
        <translation>{n} 个类型错误 ✗</translation>
    </message>
    <message>
        <source>{n} of {all} words as in {whom}, {more} more, {less} missing</source>
        <translation>{all} 个词中 {n} 个与{whom}相同，多 {more} 个，缺 {less} 个</translation>
    </message>
    <message>
        <source>{n} right ✓</source>
        <translation>{n} 个正确 ✓</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} 个词元</translation>
    </message>
    <message>
        <source>{n} with other bounds ↔</source>
        <translation>{n} 个边界不同 ↔</translation>
    </message>
    <message>
        <source>{said} (reference: {known})</source>
        <translation>{said}（参考标注：{known}）</translation>
    </message>
</context>
</TS>
