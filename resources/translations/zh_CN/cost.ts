<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cost</name>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Energy of 1,000 samples, J</source>
        <translation>1,000 个样本的能耗（J）</translation>
    </message>
    <message>
        <source>Energy, J</source>
        <translation>能耗（J）</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>运算量（FLOPs）</translation>
    </message>
    <message>
        <source>First token p50, ms</source>
        <translation>首个词元 p50（ms）</translation>
    </message>
    <message>
        <source>Forward p50, ms</source>
        <translation>前向推理 p50（ms）</translation>
    </message>
    <message>
        <source>Forward p90, ms</source>
        <translation>前向推理 p90（ms）</translation>
    </message>
    <message>
        <source>Load, s</source>
        <translation>加载（s）</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Peak CUDA, MB</source>
        <translation>峰值显存（MB）</translation>
    </message>
    <message>
        <source>Peak RSS, MB</source>
        <translation>峰值内存（MB）</translation>
    </message>
    <message>
        <source>Price of a million samples</source>
        <translation>一百万个样本的费用</translation>
    </message>
    <message>
        <source>Samples per s</source>
        <translation>吞吐量（样本/s）</translation>
    </message>
    <message>
        <source>Tokens per s</source>
        <translation>吞吐量（词元/s）</translation>
    </message>
    <message>
        <source>Weights, MB</source>
        <translation>权重（MB）</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>All costs in numbers</source>
        <translation>以数字列出全部代价</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Here every lane becomes a dot: to the right what a pass costs, upwards how good it is. The dashed line joins the lanes that no other one beats in both, the grey one the sizes of one model. A ring was not scored on all that the others were, and is not compared. It needs references and a run.</source>
        <translation>这里每个模型对应一个点：越靠右，一次推理的代价越高；越靠上，质量越好。虚线连接在两方面都未被超越的模型，灰线连接同一模型的不同规模。空心圈未在与其他模型相同的全部样本上评分，不参与比较。需要参考标注和一次运行。</translation>
    </message>
    <message>
        <source>No lane here was timed, so that none has a price: saved predictions have no times.</source>
        <translation>这里没有模型计过时，因此没有费用：已保存的预测没有耗时。</translation>
    </message>
    <message>
        <source>Not in the plot, since one of the two is not known: {lanes}.</source>
        <translation>因缺少其中一项数据而未在图中显示：{lanes}。</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Quality against cost</source>
        <translation>质量与代价</translation>
    </message>
    <message>
        <source>Say in Edit ▸ Preferences what an hour of the CPU or the GPU costs, and here stands what a million samples cost with every lane.</source>
        <translation>在“编辑 ▸ 首选项”中填写 CPU 或 GPU 每小时的费用，这里就会显示各模型处理一百万个样本的费用。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The cost on the horizontal axis</source>
        <translation>横轴上的代价</translation>
    </message>
    <message>
        <source>The quality on the vertical axis: a metric, or the score in a bucket</source>
        <translation>纵轴上的质量：某项指标，或某一区段的得分</translation>
    </message>
</context>
</TS>
