"""What metrics of pictures and of classes are, in English and in Simplified Chinese, sentence by sentence."""

from typing import Final

PICTURES: Final = (
    (
        "Absolute error by the distance.",
        "绝对误差与距离之比。",
    ),
    (
        "Of distances as the model says them in metres; a model that says none has none.",
        "距离取模型以米给出的值；不给出米制距离的模型没有此值。",
    ),
    (
        "Over the px of a picture whose reference is known and not beyond the farthest distance, to which "
        "predictions are cut; then the mean over the pictures (Eigen et al. 2014).",
        "对每幅图像中参考标注已知、且不超过最远距离的像素计算（预测也"
        "截到该距离），再对各图像取平均（Eigen 等，2014）。",
    ),
    (
        "Root of the mean squared error.",
        "均方误差的平方根。",
    ),
    (
        "Share of px that are less than 1.25 times too far or too near.",
        "远近偏差不到 1.25 倍的像素所占比例。",
    ),
    (
        "After each picture was given the scale and the shift that are nearest to its reference in least "
        "squares: in one by the distance where the model gives that, else in the distance (Ranftl et al. 2020).",
        "先对每幅图像作最小二乘拟合，求出与参考标注最接近的缩放和平移：模型给出距离的倒数时对倒数拟合，否则对距离拟"
        "合（Ranftl 等，2020）。",
    ),
    (
        "Models of metres are aligned as well, so that all lanes compare.",
        "给出米制距离的模型同样对齐，以便所有模型可比。",
    ),
    (
        "Absolute error by the distance, less than 2 px from where neighbours of the reference have distances of "
        "ratio 1.25 or more; mean over the px of all samples together.",
        "与参考标注中相邻距离之比达到 1.25 的边缘相距不到 2 p"
        "x 的像素上，绝对误差与距离之比；对全部样本的像素一并取平均。",
    ),
    (
        "Absolute error by the distance, farther from such edges; mean over the px of all samples together.",
        "离这些边缘更远的像素上，绝对误差与距离之比；对全部样本的像素一并取平均。",
    ),
    (
        "Share of the px of a band of distance, or of a band of distance from depth edges, that are less than "
        "1.25 times too far or too near.",
        "一个距离带（或到深度边缘的距离带）的像素中，远近偏差不到 1.25 倍者所占比例。",
    ),
    (
        "Share of pictures whose class is right (the most probable one, of equals the first); where a picture "
        "may have several, all classes of at least the task's threshold, 0.5 if not chosen, and no other.",
        "类别正确的图像所占比例（取概率最高者，相等时取第一个）；图像可有多个类别时，取概率不低于任务阈值（未选"
        "定时为 0.5）的全部类别，不多也不少。",
    ),
    (
        "A class that the model does not have counts as missed; where it has at most half of the reference's, "
        "nothing is scored.",
        "模型没有的类别计为漏检；模型只有参考标注中至多一半的类别时，不评分。",
    ),
    (
        "Share of pictures whose class is among the five most probable ones (of equals the first), over pictures "
        "with one class, of models whose classes exclude each other; n/a of models with at most five classes.",
        "正确类别在概率最高的五个之内（相等时取靠前者）的图像所占比例，只计单类别图像和类别互斥的模型；类别不超"
        "过五个的模型没有此值。",
    ),
    (
        "F1 of each class, averaged over classes with equal weights.",
        "各类别的 F1，按类别等权平均。",
    ),
    (
        "Each is of all pictures together.",
        "各由全部图像合并计算。",
    ),
    (
        "Classes in neither reference nor prediction are left out; those that only one of them has count as 0, "
        "also what the model lacks.",
        "参考标注和预测中都没有的类别不计；只有一方有的计为 0，模型缺少的类别也是如此。",
    ),
    (
        "Mean average precision of models whose classes do not exclude each other: precision at each step of "
        "recall, without interpolation, of each class over all pictures; mean over classes that any picture has.",
        "类别不互斥的模型的平均精度均值：对每个类别在全部图像上按召回率的每一步取精确率，不作插值；再对任一图像"
        "具有的类别取平均。",
    ),
    (
        "Expected calibration error (Guo et al. 2017): gap between mean probability and share of hits in 15 bins "
        "of equal width, weighted by how many pictures each holds, over all pictures together; of the class "
        "said, or, where a picture may have several, of every class.",
        "期望校准误差（Guo 等，2017）：15 个等宽分箱中平均概率与命中率之差，按各箱的图像数加权，由全部图像合并"
        "计算；取所给出的类别，图像可有多个类别时取每个类别。",
    ),
    (
        "Chance raises it, the more the fewer there are and not in all lanes alike, so that no difference is tested.",
        "偶然性会使其偏高，数量越少偏高越多，且各列程度不同，因此不检验其差异。",
    ),
    (
        "Negative log-likelihood of the right class, over pictures with one class, of models whose classes "
        "exclude each other; mean over pictures whose class the model has.",
        "正确类别的负对数似然，只计单类别图像和类别互斥的模型；对模型具有其类别的图像取平均。",
    ),
    (
        "A probability counts as at least 1.2e-7.",
        "概率至少按 1.2e-7 计。",
    ),
    (
        "Brier score (1950): squared distance of all probabilities from the truth, 0 to 2, over pictures with "
        "one class, of models whose classes exclude each other; mean over pictures.",
        "Brier 分数（1950）：全部概率与真值之差的平方和，0 至 2，只计单类别图像和类别互斥的模型；对图像取平均。",
    ),
    (
        "Share of pictures for which the class said is right, or of the same group of classes as the right one; "
        "over pictures whose class is in a group.",
        "所给类别正确、或与正确类别同组的图像所占比例；只计类别属于某组的图像。",
    ),
    (
        "Precision of each class, averaged over classes with equal weights.",
        "各类别的精确率，按类别等权平均。",
    ),
    (
        "Recall of each class, averaged over classes with equal weights.",
        "各类别的召回率，按类别等权平均。",
    ),
    (
        "F1 over all classes together.",
        "全部类别合并计算的 F1。",
    ),
    (
        "Of pictures with one class each it equals the top-1 accuracy.",
        "每幅图像只有一个类别时，等于 Top-1 准确率。",
    ),
    (
        "Matthews' correlation coefficient for any number of classes (Gorodkin 2004), −1 to 1, over all pictures "
        "together, which must have one class each; 0 is what chance gives.",
        "适用于任意类别数的 Matthews 相关系数（Gorodkin，2004），−1 至 1，由全部图像合并计算，每幅图像须只有一"
        "个类别；0 相当于随机猜测。",
    ),
    (
        "Harmonic mean of the class's precision and recall.",
        "该类别精确率与召回率的调和平均。",
    ),
    (
        "Share of the pictures given the class that have it.",
        "被判为该类别的图像中确属该类别者所占比例。",
    ),
    (
        "Share of the pictures of the class that are given it.",
        "属于该类别的图像中被判为该类别者所占比例。",
    ),
    (
        "1 for a picture whose class is right (the most probable one, of equals the first); where a picture may "
        "have several, all classes of at least the task's threshold, 0.5 if not chosen, and no other; else 0.",
        "图像的类别正确（取概率最高者，相等时取第一个）时为 1；图像可有多个类别时，取概率不低于任务阈值（未选定"
        "时为 0.5）的全部类别，不多也不少；否则为 0。",
    ),
    (
        "Pictures of the class among those that were compared with a reference.",
        "与参考标注比较过的图像中属于该类别的图像数。",
    ),
    (
        "Share of pixels with the right class, of all samples together.",
        "全部样本合并计算，类别正确的像素所占比例。",
    ),
    (
        "Void pixels are not scored.",
        "忽略（void）像素不评分。",
    ),
    (
        "Intersection over union, averaged over classes.",
        "交并比，对类别取平均。",
    ),
    (
        "Each class of the reference's label set is counted over all samples together, and averaged with equal "
        "weights.",
        "参考标注标签集的每个类别由全部样本合并计算，再等权平均。",
    ),
    (
        "Those in neither reference nor prediction are left out; those that only one of them has count as 0.",
        "参考标注和预测中都没有的不计；只有一方有的计为 0。",
    ),
    (
        "A predicted class without a counterpart is not averaged: what it covers counts as missed.",
        "没有对应类别的预测类别不参与平均：它所覆盖的部分计为漏检。",
    ),
    (
        "Dice coefficient (F1), averaged over classes.",
        "Dice 系数（F1），对类别取平均。",
    ),
    (
        "IoU of the bands along contours, averaged over classes.",
        "轮廓带的 IoU，对类别取平均。",
    ),
    (
        "The bands lie within 2 % of the picture's diagonal of each contour, at least 1 px, by chessboard "
        "distance (Cheng et al. 2021); the picture's edge counts as contour.",
        "轮廓带为距每条轮廓不超过图像对角线 2%（至少 1 px）的像素，按棋盘距离计（Cheng 等，2021）；图像边缘算作轮廓。",
    ),
    (
        "F-score of contour pixels, averaged over classes.",
        "轮廓像素的 F 值，对类别取平均。",
    ),
    (
        "They are found within the run's tolerance, 2 px if not chosen, by Euclidean distance (Csurka et al. "
        "2013); the picture's edge is no contour.",
        "在运行的容差（未选定时为 2 px）之内即算找到，按欧氏距离计（Csurka 等，2013）；图像边缘不算轮廓。",
    ),
    (
        "Mean share found of each fine region of the references, whatever sample it is in.",
        "参考标注中每个细小区域被找到部分的平均比例，不论它在哪个样本中。",
    ),
    (
        "It is 8-connected, of one class (the background too), of a grain (square root of its area) below 8 px; "
        "void belongs to no region.",
        "细小区域为 8 连通、同一类别（背景也算）、粒度（面积的平方根）小于 8 px 的区域；忽略像素不属于任何区域。",
    ),
    (
        "Share of the references' pixels that are void, so that nobody scores them.",
        "参考标注中的忽略像素所占比例，它们不参与任何评分。",
    ),
    (
        "Intersection over union of the class.",
        "该类别的交并比。",
    ),
    (
        "Counted over all samples together; void pixels are not scored.",
        "由全部样本合并计算；忽略像素不评分。",
    ),
    (
        "Dice coefficient (F1) of the class.",
        "该类别的 Dice 系数（F1）。",
    ),
    (
        "Share of the class's pixels that are found.",
        "该类别的像素中被找到者所占比例。",
    ),
    (
        "Share of the pixels said to be of the class that are.",
        "被判为该类别的像素中确属该类别者所占比例。",
    ),
    (
        "Of the class, IoU of the bands along contours.",
        "该类别轮廓带的 IoU。",
    ),
    (
        "Of the class, F-score of contour pixels.",
        "该类别轮廓像素的 F 值。",
    ),
    (
        "Of a region (8-connected, of one class of the reference) the share of its pixels that get its class; of "
        "a class's boundary in a sample its F-score within the run's tolerance.",
        "对区域（8 连通、参考标注中的同一类别），为其像素中得到该类别者所占比例；对样本中某类别的边界，为其在运行容"
        "差之内的 F 值。",
    ),
    (
        "Void pixels belong to no unit.",
        "忽略像素不属于任何单元。",
    ),
    (
        "Pixels of the class in the references of all samples that were scored.",
        "该类别在所有已评分样本的参考标注中的像素数。",
    ),
    (
        "Peak signal-to-noise ratio of the luminance Y of BT.601, 16 to 235, as MATLAB's rgb2ycbcr has it but "
        "not rounded; as many px as the scale are cut from each border, none where the scale is 1.",
        "BT.601 亮度 Y（16 至 235）的峰值信噪比，与 MATLAB 的 rgb2ycbcr 相同但不取整；每条边裁去与放大倍数相同"
        "的像素数，倍数为 1 时不裁。",
    ),
    (
        "Mean over the pictures, each of which has one.",
        "对各图像的值取平均。",
    ),
    (
        "A picture that equals its reference has no finite PSNR and is left out, as column Equal says.",
        "与参考标注完全相同的图像没有有限的 PSNR，不计入，见“相同”一列。",
    ),
    (
        "Structural similarity (Wang et al. 2004, window 11 x 11 of sigma 1.5) of the luminance Y of BT.601, 16 "
        "to 235, as MATLAB's rgb2ycbcr has it but not rounded; as many px as the scale are cut from each border, "
        "none where the scale is 1.",
        "BT.601 亮度 Y（16 至 235）的结构相似度（Wang 等，2004，窗口 11 x 11，sigma 为 1.5），与 MATLAB 的 "
        "rgb2ycbcr 相同但不取整；每条边裁去与放大倍数相同的像素数，倍数为 1 时不裁。",
    ),
    (
        "Peak signal-to-noise ratio of red, green and blue, from the whole picture.",
        "整幅图像红、绿、蓝的峰值信噪比。",
    ),
    (
        "Structural similarity (Wang et al. 2004, window 11 x 11 of sigma 1.5) of red, green and blue, from the "
        "whole picture: the mean of the three.",
        "整幅图像红、绿、蓝的结构相似度（Wang 等，2004，窗口 11 x 11，sigma 为 1.5）：三者的平均。",
    ),
    (
        "Share of the reference's power in the finest octave, waves of less than 4 px, that the picture "
        "explains: 1 less the power of the error by that of the reference, of Y, not below 0.",
        "参考标注在最细倍频程（波长小于 4 px）中的功率被图像解释的"
        "比例：1 减去误差功率与参考标注功率之比，取 Y，不低于 0。",
    ),
    (
        "SSIM of Y, averaged over the px of all samples together where the reference's gradient is above 0.12 of "
        "its greatest (Li and Bovik 2010).",
        "Y 的 SSIM，对全部样本中参考标注梯度高于其最大值 0.12 倍的像素一并取平均（Li 和 Bovik，2010）。",
    ),
    (
        "SSIM of Y, averaged over the px of all samples together where the reference's gradient is at most 0.06 "
        "of its greatest (Li and Bovik 2010).",
        "Y 的 SSIM，对全部样本中参考标注梯度不超过其最大值 0.06 倍的像素一并取平均（Li 和 Bovik，2010）。",
    ),
    (
        "Pictures that equal their reference px for px, so that their PSNR is infinite; of all samples together.",
        "与参考标注逐像素相同、因而 PSNR 为无穷大的图像数；全部样本合计。",
    ),
    (
        "They are left out of it.",
        "这些图像不计入 PSNR。",
    ),
    (
        "Of an octave of spatial frequency the share of the reference's power that the picture explains, 1 less "
        "the power of the error by that of the reference, not below 0; of edges, texture and flat places their "
        "mean SSIM, not below 0.",
        "对空间频率的一个倍频程，为参考标注功率被图像解释的比例，即"
        " 1 减去误差功率与参考标注功率之比，不低于 0；对边缘、"
        "纹理和平坦处，为其平均 SSIM，不低于 0。",
    ),
    (
        "Both of Y, border cut as for PSNR (Y).",
        "两者都取 Y，裁边与 PSNR（Y）相同。",
    ),
)
