<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Variants</name>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95% 置信区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>A score that fell by more than {much:g} is lost.</source>
        <translation>得分下降超过 {much:g} 视为丢失。</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Largest memory of the lane's process, with its libraries, by the parent's.</source>
        <translation>模型进程的最大内存（含库），除以原模型的值。</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Loses most at</source>
        <translation>损失最大处</translation>
    </message>
    <message>
        <source>Median time of the forward pass by the parent's: below 1 is faster.</source>
        <translation>前向推理时间中位数除以原模型的值：小于 1 表示更快。</translation>
    </message>
    <message>
        <source>Nothing was scored, or the parent's value is not above 0.</source>
        <translation>没有评分，或原模型的值不大于 0。</translation>
    </message>
    <message>
        <source>Of {n} units of kind {kind}. {rule}
Click to list the samples: {samples}</source>
        <translation>基于 {n} 个“{kind}”类单元。{rule}
单击列出样本：{samples}</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Quality kept</source>
        <translation>质量保留</translation>
    </message>
    <message>
        <source>Right in the parent and wrong here is lost; right is a score above {right:g}.</source>
        <translation>原模型正确而此处错误视为丢失；得分高于 {right:g} 视为正确。</translation>
    </message>
    <message>
        <source>Share of the parent's quality by the metric that says most, with MLPerf's marks.</source>
        <translation>按最具代表性的指标计算的原模型质量占比，附 MLPerf 的标记。</translation>
    </message>
    <message>
        <source>The grain at which the mean score falls most below the parent's.</source>
        <translation>平均得分比原模型下降最多的粒度。</translation>
    </message>
    <message>
        <source>The metric less the parent's, with the 95 % interval of the paired difference.</source>
        <translation>指标减去原模型的值，附配对差异的 95% 置信区间。</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What the parent had right and the variant has wrong, and the other way about. Click it.</source>
        <translation>原模型正确而变体错误的，以及相反的情形。单击查看。</translation>
    </message>
    <message>
        <source>What the weights take in memory, counted by storage, by the parent's.</source>
        <translation>权重占用的内存（按存储计），除以原模型的值。</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>batch {n}</source>
        <translation>批大小 {n}</translation>
    </message>
    <message>
        <source>below 99 %</source>
        <translation>低于 99%</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>loses nowhere</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能出于偶然</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation>超出偶然</translation>
    </message>
    <message>
        <source>n = {units} in {samples} samples</source>
        <translation>n = {units}，来自 {samples} 个样本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>parent, {variant}</source>
        <translation>原模型，{variant}</translation>
    </message>
    <message>
        <source>the same in each sample</source>
        <translation>各样本相同</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>样本过少</translation>
    </message>
    <message>
        <source>{gained} gained</source>
        <translation>{gained} 个新增正确</translation>
    </message>
    <message>
        <source>{lane} loses most at {axis} {place}, which may be chance: {mean} less than {parent} ({sure}, {n}).</source>
        <translation>{lane} 在{axis} {place} 损失最大，但可能出于偶然：比 {parent} 低 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>{lane} loses most at {axis} {place}: {mean} less than {parent} ({sure}, {n}).</source>
        <translation>{lane} 在{axis} {place} 损失最大：比 {parent} 低 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>{lost} lost</source>
        <translation>{lost} 个丢失</translation>
    </message>
    <message>
        <source>{mark}, not sure</source>
        <translation>{mark}，不确定</translation>
    </message>
    <message>
        <source>{metric}: {value}, the parent {base}, on the {samples} of both.</source>
        <translation>{metric}：{value}，原模型 {base}，基于两者共有的{samples}。</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} 个失败</translation>
    </message>
    <message>
        <source>{place}: {mean}</source>
        <translation>{place}：{mean}</translation>
    </message>
    <message>
        <source>{share} of the parent's {metric}; {low} at the worse end of the 95 % interval of the difference, the parent's value taken as known. MLPerf's marks are 99 % and 99.9 %. On the {samples} of both.</source>
        <translation>原模型{metric}的 {share}；按差异的 95% 置信区间较差一端为 {low}（视原模型的值为已知）。MLPerf 的标记为 99% 和 99.9%。基于两者共有的{samples}。</translation>
    </message>
    <message>
        <source>{values}
95 % interval of the paired difference {low} to {high}; p {p}, corrected over the variants (Holm): {verdict}.</source>
        <translation>{values}
配对差异的 95% 置信区间 {low} 至 {high}；p {p}，按各变体校正（Holm）：{verdict}。</translation>
    </message>
    <message>
        <source>Δ quality</source>
        <translation>Δ 质量</translation>
    </message>
    <message>
        <source>≥ 99 %</source>
        <translation>≥ 99%</translation>
    </message>
    <message>
        <source>≥ 99.9 %</source>
        <translation>≥ 99.9%</translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>Add a model, then variants of it: fewer bits, pruned, compiled, on another engine.</source>
        <translation>先添加模型，再添加其变体：更少位数、剪枝、编译、其他引擎。</translation>
    </message>
    <message>
        <source>Fewer than 8 samples, or fewer than 6 that differ, tell no interval, so no mark is given.</source>
        <translation>样本少于 8 个，或有差异的样本少于 6 个，无法给出置信区间，因此不作标记。</translation>
    </message>
    <message>
        <source>Lanes ▸ Add variants… (Shift+N) runs a model in other ways: fewer bits, pruned, compiled.
Here stands what each keeps of the quality, what it costs, what flipped, and where on the grain it loses.</source>
        <translation>“模型 ▸ 添加变体…”（Shift+N）以其他方式运行模型：更少位数、剪枝、编译。
这里显示每个变体保留的质量、代价、翻转的单元，以及在何种粒度上有损失。</translation>
    </message>
    <message>
        <source>Quality is compared on samples that a variant and its parent were both scored on.</source>
        <translation>质量基于变体与原模型都有评分的样本比较。</translation>
    </message>
    <message>
        <source>These samples were chosen by what lanes make of them: lanes differ among them by that choice alone, so that there are no intervals and no marks.</source>
        <translation>这些样本是按模型的结果选出的：仅这一选择就会造成差异，因此不给出置信区间和标记。</translation>
    </message>
    <message>
        <source>Times of different runs are not compared: run both again together (Shift+R).</source>
        <translation>不同运行的耗时不作比较：请一起重新运行（Shift+R）。</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Without references there is no quality to compare; costs are compared all the same.</source>
        <translation>没有参考标注就无法比较质量；仍会比较代价。</translation>
    </message>
    <message>
        <source>{lane}: nothing flipped.</source>
        <translation>{lane}：没有翻转。</translation>
    </message>
    <message>
        <source>{lost} lost and {gained} gained in {lane}, in {samples}</source>
        <translation>{lane}：{lost} 个丢失，{gained} 个新增正确，位于{samples}</translation>
    </message>
</context>
</TS>
