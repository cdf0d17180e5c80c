"""What metrics of objects and segments are, in English and in Simplified Chinese, sentence by sentence."""

from typing import Final

OBJECTS: Final = (
    (
        "Average precision over 101 recalls, mean over the IoU thresholds 0.50 to 0.95 in steps of 0.05 (of "
        "boxes, in instance segmentation of masks) and over classes.",
        "101 个召回率处的平均精度，对 IoU 阈值 0.50 至 0.95（步长 0.05；用边界框，实例分割用掩码）和类别取平均。",
    ),
    (
        "All detections of all samples together are ranked by their score, class by class; equal ones stay in "
        "the order of the samples.",
        "全部样本的检测结果按类别依得分一并排序；得分相等者按样本顺序。",
    ),
    (
        "Of each class and sample the 100 surest count, if the run does not say otherwise.",
        "除非运行另有规定，每个类别、每个样本只计最可信的 100 个。",
    ),
    (
        "Classes without an object are left out of the mean; detections of a class that the reference does not "
        "have count for nothing.",
        "没有目标的类别不参与平均；参考标注中没有的类别，其检测结果不计。",
    ),
    (
        "The values are those of pycocotools.",
        "数值与 pycocotools 相同。",
    ),
    (
        "What lies in a crowd is neither right nor wrong, and no crowd need be found.",
        "落在密集群（crowd）内的既不算对也不算错，密集群不必被找到。",
    ),
    (
        "AP at an IoU of 0.50 alone; otherwise as AP, over all samples together.",
        "仅取 IoU 为 0.50；其余同 AP，由全部样本合并计算。",
    ),
    (
        "AP at an IoU of 0.75 alone; otherwise as AP, over all samples together.",
        "仅取 IoU 为 0.75；其余同 AP，由全部样本合并计算。",
    ),
    (
        "AP of objects up to 32² px², of all samples together.",
        "不超过 32² px² 的目标的 AP，由全部样本合并计算。",
    ),
    (
        "The area of an object is what its file states (in COCO files that of its outline, also where boxes are "
        "scored), else that of its mask, else of its box; a detection that matches nothing goes by its own.",
        "目标的面积取其文件所记（COCO 文件中为轮廓面积，按边界框评分时也是如此），否则取掩码面积，再否则取边界"
        "框面积；未匹配的检测结果按自身面积归类。",
    ),
    (
        "Both ends belong to a range.",
        "范围包含两端。",
    ),
    (
        "AP of objects from 32² to 96² px², of all samples together.",
        "32² 至 96² px² 的目标的 AP，由全部样本合并计算。",
    ),
    (
        "AP of objects from 96² px² on, of all samples together.",
        "96² px² 以上的目标的 AP，由全部样本合并计算。",
    ),
    (
        "Share of the objects that are found by at most the surest detection of each class and sample, mean over "
        "classes and the ten IoU thresholds of AP, of whatever score.",
        "每个类别、每个样本至多取最可信的一个检测结果时，被找到的目标所占比例；对类别和 AP 的十个 IoU 阈值取平"
        "均，不论得分。",
    ),
    (
        "Share of the objects that are found by at most the 10 surest detections of each class and sample, mean "
        "over classes and the ten IoU thresholds of AP, of whatever score.",
        "每个类别、每个样本至多取最可信的 10 个检测结果时，被找到的目标所占比例；对类别和 AP 的十个 IoU 阈值取"
        "平均，不论得分。",
    ),
    (
        "Share of the objects that are found by at most the 100 surest detections (or as many as the run says) "
        "of each class and sample, mean over classes and the ten IoU thresholds of AP, of whatever score.",
        "每个类别、每个样本至多取最可信的 100 个检测结果（或运行所规定的个数）时，被找到的目标所占比例；对类别"
        "和 AP 的十个 IoU 阈值取平均，不论得分。",
    ),
    (
        "AR100 of small objects, of all samples together, in the ranges of AP by size.",
        "小目标的 AR100，由全部样本合并计算，尺寸范围与 AP 相同。",
    ),
    (
        "AR100 of medium objects, of all samples together, in the ranges of AP by size.",
        "中等目标的 AR100，由全部样本合并计算，尺寸范围与 AP 相同。",
    ),
    (
        "AR100 of large objects, of all samples together, in the ranges of AP by size.",
        "大目标的 AR100，由全部样本合并计算，尺寸范围与 AP 相同。",
    ),
    (
        "Share of the predicted objects that are right.",
        "预测目标中正确者所占比例。",
    ),
    (
        "Of the objects that are as sure as the run's counting score, 0.5 if not chosen, and found from the "
        "run's IoU on, 0.5 if not chosen; the surest takes the object of its class that it overlaps most.",
        "只计得分不低于运行计数阈值（未选定时为 0.5）、且 IoU 不低于运行所定值（未选定时为 0.5）的目标；最可信"
        "者取得与它重叠最多的同类目标。",
    ),
    (
        "Share of the reference's objects that are found.",
        "参考标注目标中被找到者所占比例。",
    ),
    (
        "2 TP / (2 TP + FP + FN) over all samples together.",
        "2 TP / (2 TP + FP + FN)，由全部样本合并计算。",
    ),
    (
        "How far the number of objects is from the reference's, without sign.",
        "目标个数与参考标注之差的绝对值。",
    ),
    (
        "Objects of all classes together that are as sure as the run's counting score, 0.5 if not chosen; mean "
        "over the samples, also those without an object.",
        "各类别合计，只计得分不低于运行计数阈值（未选定时为 0.5）的目标；对样本取平均，没有目标的样本也计入。",
    ),
    (
        "Crowds, and what lies in them, are not counted.",
        "密集群及其中的目标不计数。",
    ),
    (
        "How many objects more than the reference's are counted, fewer if negative.",
        "比参考标注多计的目标数，少计时为负。",
    ),
    (
        "Predicted objects that stand for none of the reference, of whatever class; mean over the samples.",
        "不对应任何参考标注目标的预测目标数，不论类别；对样本取平均。",
    ),
    (
        "Share of the reference's objects that are found as pieces alone: two predictions or more, none of which "
        "has found another object, lie in it by more than half of their own area, and cover more than half of it "
        "together (over- and under-segmentation of Hoover et al. 1996 at a tolerance of 0.5, within a class).",
        "只以碎片形式被找到的参考标注目标所占比例：两个或更多没有找到其他目标的预测各有超过一半的面积落在其中，并共"
        "同覆盖它的一半以上（Hoover 等，1996 的过分割与欠分割，容差 0.5，限同一类别）。",
    ),
    (
        "Objects of the run's counting score, of all samples together.",
        "只计得分达到运行计数阈值的目标，由全部样本合并计算。",
    ),
    (
        "Share of the predicted objects that take several for one: two objects or more, none of which is found "
        "by another prediction, lie in it by more than half of their own area, and cover more than half of it "
        "together (over- and under-segmentation of Hoover et al. 1996 at a tolerance of 0.5, within a class).",
        "把几个目标当作一个的预测目标所占比例：两个或更多未被其他预测找到的目标各有超过一半的面积落在其中，并共"
        "同覆盖它的一半以上（Hoover 等，1996 的过分割与欠分割，容差 0.5，限同一类别）。",
    ),
    (
        "At an IoU of 0.50.",
        "取 IoU 为 0.50。",
    ),
    (
        "TP / (TP + FP + FN) over all samples together, of objects as sure as the run's counting score, with as "
        "many pairs of a class as can be matched; what StarDist and Cellpose call average precision (Schmidt et "
        "al. 2018, Stringer et al. 2021).",
        "TP / (TP + FP + FN)，由全部样本合并计算，只计得分达到运行计数阈值的目标，同类之间匹配尽可能多的对；"
        "StarDist 和 Cellpose 称之为平均精度（Schmidt 等，2018；Stringer 等，2021）。",
    ),
    (
        "It ranks nothing by score.",
        "不按得分排序。",
    ),
    (
        "Mean over the IoU thresholds 0.50 to 0.95 in steps of 0.05.",
        "对 IoU 阈值 0.50 至 0.95（步长 0.05）取平均。",
    ),
    (
        "What AP50 would gain if detections on an object of another class were right or gone, over all samples "
        "together (TIDE, Bolya et al. 2020, at IoU 0.5 and 0.1, each kind mended alone, so that they do not add "
        "up).",
        "如果落在其他类别目标上的检测结果改为正确或被去掉，AP50 的增量，由全部样本合并计算（TIDE，Bolya 等，"
        "2020，IoU 取 0.5 和 0.1，各类错误单独修正，因此不能相加）。",
    ),
    (
        "Of a sample the 100 surest detections count; classes that are detected and nowhere there count as 0, as "
        "in tidecv, whose recalls differ from pycocotools' in the last digit.",
        "每个样本计最可信的 100 个检测结果；检测到而参考标注中没有的类别计为 0，与 tidecv 相同，其召回率与 "
        "pycocotools 在末位上有差别。",
    ),
    (
        "What AP50 would gain if detections that lie only partly on an object of their class were right or gone, "
        "over all samples together (TIDE, Bolya et al. 2020, at IoU 0.5 and 0.1, each kind mended alone, so that "
        "they do not add up).",
        "如果只部分落在同类目标上的检测结果改为正确或被去掉，AP50 的增量，由全部样本合并计算（TIDE，Bolya 等，"
        "2020，IoU 取 0.5 和 0.1，各类错误单独修正，因此不能相加）。",
    ),
    (
        "What AP50 would gain if detections that lie only partly on an object of another class were gone, over "
        "all samples together (TIDE, Bolya et al. 2020, at IoU 0.5 and 0.1, each kind mended alone, so that they "
        "do not add up).",
        "如果去掉只部分落在其他类别目标上的检测结果，AP50 的增量，由全部样本合并计算（TIDE，Bolya 等，2020，"
        "IoU 取 0.5 和 0.1，各类错误单独修正，因此不能相加）。",
    ),
    (
        "What AP50 would gain if detections of an object that a surer one has found were gone, over all samples "
        "together (TIDE, Bolya et al. 2020, at IoU 0.5 and 0.1, each kind mended alone, so that they do not add "
        "up).",
        "如果去掉已被更可信者找到的目标的重复检测，AP50 的增量，由全部样本合并计算（TIDE，Bolya 等，2020，IoU "
        "取 0.5 和 0.1，各类错误单独修正，因此不能相加）。",
    ),
    (
        "What AP50 would gain if detections on nothing were gone, over all samples together (TIDE, Bolya et al. "
        "2020, at IoU 0.5 and 0.1, each kind mended alone, so that they do not add up).",
        "如果去掉没有目标处的检测结果，AP50 的增量，由全部样本合并计算（TIDE，Bolya 等，2020，IoU 取 0.5 和 0.1，"
        "各类错误单独修正，因此不能相加）。",
    ),
    (
        "What AP50 would gain if objects that no detection comes near, of their class or in their place, were "
        "not there, over all samples together (TIDE, Bolya et al. 2020, at IoU 0.5 and 0.1, each kind mended "
        "alone, so that they do not add up).",
        "如果没有任何检测结果（不论类别或位置）接近的目标不存在，AP50 的增量，由全部样本合并计算（TIDE，Bolya "
        "等，2020，IoU 取 0.5 和 0.1，各类错误单独修正，因此不能相加）。",
    ),
    (
        "Average precision, mean over ten IoU thresholds.",
        "平均精度，对十个 IoU 阈值取平均。",
    ),
    (
        "Of the class's objects, over all samples together.",
        "该类别的目标，由全部样本合并计算。",
    ),
    (
        "Average precision at an IoU of 0.50.",
        "IoU 为 0.50 时的平均精度。",
    ),
    (
        "Average precision at an IoU of 0.75.",
        "IoU 为 0.75 时的平均精度。",
    ),
    (
        "Recall, mean over ten IoU thresholds.",
        "召回率，对十个 IoU 阈值取平均。",
    ),
    (
        "Share of predicted ones that are right.",
        "预测者中正确的所占比例。",
    ),
    (
        "Share of the reference's that are found.",
        "参考标注中被找到的所占比例。",
    ),
    (
        "2 TP / (2 TP + FP + FN), TP found in its class.",
        "2 TP / (2 TP + FP + FN)，TP 为在本类别中找到者。",
    ),
    (
        "How far the number of the class's objects is from the reference's, without sign; mean over all samples.",
        "该类别的目标个数与参考标注之差的绝对值；对全部样本取平均。",
    ),
    (
        "IoU of an object of the reference with the prediction of its class that found it, 0 if none has, at the "
        "run's counting score and IoU.",
        "参考标注目标与找到它的同类预测的 IoU，没有时为 0，按运行的计数阈值和 IoU 计。",
    ),
    (
        "Crowds are no units; nor are invented objects, since units are the same for every lane: the column "
        "Invented counts those.",
        "密集群不是单元，凭空多出的目标也不是，因为各模型的单元相同：后者计入“误报”一列。",
    ),
    (
        "Objects of the class in the references of all samples, without crowds.",
        "该类别在全部样本的参考标注中的目标数，不含密集群。",
    ),
    (
        "Intersection over union with the object that is meant, mean over prompts; 0 without a mask.",
        "与所指目标的交并比，对提示取平均；没有掩码时为 0。",
    ),
    (
        "A prompt means the object whose box overlaps its own most; without a box, the smallest object that "
        "holds its first point; by a phrase, all objects of that class.",
        "提示所指的目标是边界框与提示框重叠最多者；没有提示框时，为包含其第一个点的最小目标；用短语时，为该类别"
        "的全部目标。",
    ),
    (
        "Prompts that mean nothing of the reference are not scored.",
        "在参考标注中无所指的提示不评分。",
    ),
    (
        "Share of prompts answered by an IoU of 0.5 or more.",
        "IoU 达到 0.5 的提示所占比例。",
    ),
    (
        "Share of prompts answered by an IoU of 0.75 or more.",
        "IoU 达到 0.75 的提示所占比例。",
    ),
    (
        "Points, boxes and phrases given for each object; mean over prompts that are scored.",
        "每个目标所给的点、框和短语数；对已评分的提示取平均。",
    ),
    (
        "How far the model's own score of its best mask lies from the IoU that it has, without sign; mean over "
        "prompts with a mask.",
        "模型对其最佳掩码自报的得分与实际 IoU 之差的绝对值；对有掩码的提示取平均。",
    ),
    (
        "Intersection over union with the object that the prompt means.",
        "与提示所指目标的交并比。",
    ),
    (
        "Panoptic quality, summed IoU of matches / (TP + FP / 2 + FN / 2).",
        "全景质量：匹配的 IoU 之和 / (TP + FP / 2 + FN / 2)。",
    ),
    (
        "Of each class over all samples together; mean over the classes that either side has, where one without "
        "a match counts as 0.",
        "每个类别由全部样本合并计算；对任一方具有的类别取平均，没有匹配的类别计为 0。",
    ),
    (
        "Segments of a class match at an IoU above 0.5; void pixels of the reference are left out of the "
        "prediction, and an unmatched segment that lies by more than half in void or in crowds of its class is "
        "passed over.",
        "同类分割块的 IoU 高于 0.5 即为匹配；参考标注中的忽略像素从预测中去掉，未匹配的分割块若有一半以上落在忽略区域或"
        "同类密集群内则略过。",
    ),
    (
        "Segments below the run's counting score, 0.5 if not chosen, are not there (Kirillov et al. 2019, as "
        "panopticapi counts).",
        "得分低于运行计数阈值（未选定时为 0.5）的分割块视为不存在（Kirillov 等，2019，与 panopticapi 的计法相同）。",
    ),
    (
        "Segmentation quality, mean IoU of matches.",
        "分割质量：匹配的平均 IoU。",
    ),
    (
        "Recognition quality, TP / (TP + FP / 2 + FN / 2), the F1 of segments.",
        "识别质量：TP / (TP + FP / 2 + FN / 2)，即分割块的 F1。",
    ),
    (
        "Panoptic quality, summed IoU of matches / (TP + FP / 2 + FN / 2), of things, which can be counted.",
        "可计数物体（thing）的全景质量：匹配的 IoU 之和 / (TP + FP / 2 + FN / 2)。",
    ),
    (
        "Segmentation quality, mean IoU of matches, of things, which can be counted.",
        "可计数物体（thing）的分割质量：匹配的平均 IoU。",
    ),
    (
        "Recognition quality, TP / (TP + FP / 2 + FN / 2), the F1 of segments, of things, which can be counted.",
        "可计数物体（thing）的识别质量：TP / (TP + FP / 2 + FN / 2)，即分割块的 F1。",
    ),
    (
        "Panoptic quality, summed IoU of matches / (TP + FP / 2 + FN / 2), of stuff, which cannot.",
        "不可计数区域（stuff）的全景质量：匹配的 IoU 之和 / (TP + FP / 2 + FN / 2)。",
    ),
    (
        "Segmentation quality, mean IoU of matches, of stuff, which cannot.",
        "不可计数区域（stuff）的分割质量：匹配的平均 IoU。",
    ),
    (
        "Recognition quality, TP / (TP + FP / 2 + FN / 2), the F1 of segments, of stuff, which cannot.",
        "不可计数区域（stuff）的识别质量：TP / (TP + FP / 2 + FN / 2)，即分割块的 F1。",
    ),
    (
        "Panoptic quality, summed IoU of matches / (TP + FP / 2 + FN / 2), of the class over all samples together.",
        "该类别由全部样本合并计算的全景质量：匹配的 IoU 之和 / (TP + FP / 2 + FN / 2)。",
    ),
    (
        "Segmentation quality, mean IoU of matches, of the class over all samples together.",
        "该类别由全部样本合并计算的分割质量：匹配的平均 IoU。",
    ),
    (
        "Recognition quality, TP / (TP + FP / 2 + FN / 2), the F1 of segments, of the class over all samples together.",
        "该类别由全部样本合并计算的识别质量：TP / (TP + FP / 2 + FN / 2)，即分割块的 F1。",
    ),
    (
        "IoU of a segment of the reference with the one that matches it, void left out; 0 where none does, which "
        "takes an IoU above 0.5.",
        "参考标注分割块与其匹配者的 IoU，忽略像素不计；没有匹配（须 IoU 高于 0.5）时为 0。",
    ),
    (
        "Crowds are no units; nor are invented segments, since units are the same for every lane.",
        "密集群不是单元，凭空多出的分割块也不是，因为各模型的单元相同。",
    ),
    (
        "Segments of the class in the references of all samples, no crowds.",
        "该类别在全部样本的参考标注中的分割块数，不含密集群。",
    ),
)
