<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Grain</name>
    <message>
        <source>95 % interval {low} to {high}, corrected over this measure alone</source>
        <translation>95% 置信区间 {low} 至 {high}，仅在此度量范围内校正</translation>
    </message>
    <message>
        <source>Click to narrow everything to it; click again to end that.</source>
        <translation>单击可将所有内容限定于此；再次单击取消。</translation>
    </message>
    <message>
        <source>From large to small, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation>从大到小看，{lane} 与 {base} 从{axis} {title} 开始出现差异：{better} 得分高 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>From small to large, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation>从小到大看，{lane} 与 {base} 从{axis} {title} 开始出现差异：{better} 得分高 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>Interval: whole samples are drawn anew, with all that lies in them (cluster bootstrap, studentised), 95 % over all sizes together (Bonferroni): of 100 pairs of lanes that differ at no size, at most about 5 are said to.
n: how many things of that size, and in how many samples.</source>
        <translation>置信区间：以样本为单位连同其全部内容重抽样（整群自助法，学生化），对所有尺寸合计为 95%（Bonferroni）：在各尺寸上均无差异的 100 对模型中，至多约 5 对会被误报有差异。
n：该尺寸的数量，以及所在的样本数。</translation>
    </message>
    <message>
        <source>The lowest scores:</source>
        <translation>得分最低：</translation>
    </message>
    <message>
        <source>The {n} most frequent have a bucket each; {rest} others are together in the last.</source>
        <translation>最常见的 {n} 个各占一个区段；其余 {rest} 个合并在最后一个区段。</translation>
    </message>
    <message>
        <source>What is in focus was chosen by what lanes make of it: they differ by that choice alone, so that there are no intervals and nothing is said of differences.</source>
        <translation>限定的内容是按模型的结果选出的：仅这一选择就会造成差异，因此不给出置信区间，也不对差异作结论。</translation>
    </message>
    <message>
        <source>Where the lanes differ most:</source>
        <translation>模型差异最大之处：</translation>
    </message>
    <message>
        <source>n = {units} in 1 sample</source>
        <translation>n = {units}，来自 1 个样本</translation>
    </message>
    <message>
        <source>n = {units} in {samples} samples</source>
        <translation>n = {units}，来自 {samples} 个样本</translation>
    </message>
    <message>
        <source>the same in each sample, corrected over this measure alone</source>
        <translation>各样本相同，仅在此度量范围内校正</translation>
    </message>
    <message>
        <source>{lanes}: of {titles} there are too few samples (fewer than {least}, or fewer than {different} in which the lanes differ): nothing is said.</source>
        <translation>{lanes}：{titles} 的样本过少（少于 {least} 个，或有差异的样本少于 {different} 个），不作结论。</translation>
    </message>
    <message>
        <source>{lane} and {base} differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation>{lane} 与 {base} 在{axis} {title} 有差异：{better} 得分高 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>{lane} and {base} differ most at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation>{lane} 与 {base} 在{axis} {title} 差异最大：{better} 得分高 {mean}（{sure}，{n}）。</translation>
    </message>
    <message>
        <source>{lane} and {base} do not differ beyond chance at any {axis} ({n}).</source>
        <translation>{lane} 与 {base} 在任何{axis}上的差异都未超出偶然（{n}）。</translation>
    </message>
    <message>
        <source>{lane} and {base} do not differ beyond chance at any {axis} that enough samples have ({n}).</source>
        <translation>在样本足够的各{axis}上，{lane} 与 {base} 的差异都未超出偶然（{n}）。</translation>
    </message>
    <message>
        <source>{lane} and {base}: too few samples to say whether they differ ({n}).</source>
        <translation>{lane} 与 {base}：样本过少，无法判断是否有差异（{n}）。</translation>
    </message>
    <message>
        <source>{lane}: {mean}</source>
        <translation>{lane}：{mean}</translation>
    </message>
    <message>
        <source>{lane}: {mean} (95 % interval {low} to {high}), {n}</source>
        <translation>{lane}：{mean}（95% 置信区间 {low} 至 {high}），{n}</translation>
    </message>
    <message>
        <source>{n} of {total} have no {axis} that is in a bucket, and are left out.</source>
        <translation>{total} 个中有 {n} 个的{axis}不在任何区段内，未计入。</translation>
    </message>
</context>
<context>
    <name>GrainPanel</name>
    <message>
        <source>Buckets</source>
        <translation>区段</translation>
    </message>
    <message>
        <source>By which measure</source>
        <translation>按何种度量</translation>
    </message>
    <message>
        <source>COCO: 32², 96²</source>
        <translation>COCO：32²、96²</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别值</translation>
    </message>
    <message>
        <source>Fifths</source>
        <translation>五等分</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Here stands how well every lane does on things of each size: objects, regions and details from small to large, texts and entities from short to long, or by contrast, class or any column of the data; and where the lanes begin to differ. It needs references and a run.</source>
        <translation>这里显示各模型在各种大小上的表现：目标、区域和细节由小到大，文本和实体由短到长，也可按对比度、类别或数据的任一列；并指出模型从何处开始出现差异。需要参考标注和一次运行。</translation>
    </message>
    <message>
        <source>How the measure is divided into buckets. Under each stands how many things / in how many samples.</source>
        <translation>度量如何划分为区段。每个区段下方为单元数 / 样本数。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Nothing in focus has such units.</source>
        <translation>限定范围内没有此类单元。</translation>
    </message>
    <message>
        <source>Powers of two</source>
        <translation>2 的幂</translation>
    </message>
    <message>
        <source>Score: {words}</source>
        <translation>得分：{words}</translation>
    </message>
    <message>
        <source>Usual buckets</source>
        <translation>常用区段</translation>
    </message>
</context>
<context>
    <name>WrappedText</name>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show all of what is said here in place of the plot</source>
        <translation>用图表的位置显示这里的全部内容</translation>
    </message>
</context>
</TS>
