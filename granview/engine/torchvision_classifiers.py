"""torchvision's classifiers as rows of the table of its models: sizes of each family, all of ImageNet."""

from typing import Final

ClassifierRow = tuple[str, str, int, float, str]
"""Builder, title, parameters, size of the weights in 10^6 bytes, and their file."""

TASK: Final = "image-classification"
CLASSES: Final = "1,000 classes of ImageNet"

CLASSIFIERS: Final[tuple[ClassifierRow, ...]] = (
    ("squeezenet1_1", "SqueezeNet 1.1", 1_235_496, 5.0, "squeezenet1_1-b8a52dc0.pth"),
    ("shufflenet_v2_x1_0", "ShuffleNetV2 x1.0", 2_278_604, 9.2, "shufflenetv2_x1-5666bf0f80.pth"),
    ("mobilenet_v3_small", "MobileNetV3-Small", 2_542_856, 10.3, "mobilenet_v3_small-047dcff4.pth"),
    ("mobilenet_v2", "MobileNetV2", 3_504_872, 14.3, "mobilenet_v2-7ebf99e0.pth"),
    ("regnet_y_400mf", "RegNetY-400MF", 4_344_144, 17.6, "regnet_y_400mf-e6988f5f.pth"),
    ("efficientnet_b0", "EfficientNet-B0", 5_288_548, 21.4, "efficientnet_b0_rwightman-7f5810bc.pth"),
    ("mobilenet_v3_large", "MobileNetV3-Large", 5_483_032, 22.1, "mobilenet_v3_large-5c1a4163.pth"),
    ("googlenet", "GoogLeNet", 6_624_904, 52.1, "googlenet-1378be20.pth"),
    ("efficientnet_b1", "EfficientNet-B1", 7_794_184, 31.6, "efficientnet_b1-c27df63c.pth"),
    ("densenet121", "DenseNet-121", 7_978_856, 32.3, "densenet121-a639ec97.pth"),
    ("efficientnet_b2", "EfficientNet-B2", 9_109_994, 36.9, "efficientnet_b2_rwightman-c35c1473.pth"),
    ("resnet18", "ResNet-18", 11_689_512, 46.8, "resnet18-f37072fd.pth"),
    ("efficientnet_b3", "EfficientNet-B3", 12_233_232, 49.5, "efficientnet_b3_rwightman-b3899882.pth"),
    ("efficientnet_b4", "EfficientNet-B4", 19_341_616, 78.1, "efficientnet_b4_rwightman-23ab8bcd.pth"),
    ("efficientnet_v2_s", "EfficientNetV2-S", 21_458_488, 86.7, "efficientnet_v2_s-dd5fe13b.pth"),
    ("resnet34", "ResNet-34", 21_797_672, 87.3, "resnet34-b627a593.pth"),
    ("resnet50", "ResNet-50", 25_557_032, 102.5, "resnet50-11ad3fa6.pth"),
    ("inception_v3", "Inception v3", 27_161_264, 109.0, "inception_v3_google-0cc3c7bd.pth"),
    ("swin_t", "Swin-T", 28_288_354, 113.4, "swin_t-704ceda3.pth"),
    ("swin_v2_t", "Swin V2-T", 28_351_570, 113.9, "swin_v2_t-b137f0e2.pth"),
    ("convnext_tiny", "ConvNeXt-T", 28_589_128, 114.4, "convnext_tiny-983f1562.pth"),
    ("efficientnet_b5", "EfficientNet-B5", 30_389_784, 122.5, "efficientnet_b5_lukemelas-1a07897c.pth"),
    ("maxvit_t", "MaxViT-T", 30_919_624, 124.5, "maxvit_t-bc5ab103.pth"),
    ("efficientnet_b6", "EfficientNet-B6", 43_040_704, 173.4, "efficientnet_b6_lukemelas-24a108a5.pth"),
    ("resnet101", "ResNet-101", 44_549_160, 178.8, "resnet101-cd907fc2.pth"),
    ("convnext_small", "ConvNeXt-S", 50_223_688, 201.0, "convnext_small-0c510722.pth"),
    ("resnet152", "ResNet-152", 60_192_808, 241.7, "resnet152-f82ba261.pth"),
    ("efficientnet_b7", "EfficientNet-B7", 66_347_960, 267.0, "efficientnet_b7_lukemelas-c5b4e57e.pth"),
    ("vit_b_16", "ViT-B/16", 86_567_656, 346.3, "vit_b_16-c867db91.pth"),
    ("vit_b_32", "ViT-B/32", 88_224_232, 353.0, "vit_b_32-d86f8d99.pth"),
    ("convnext_base", "ConvNeXt-B", 88_591_464, 354.5, "convnext_base-6075fbad.pth"),
    ("vgg16", "VGG-16", 138_357_544, 553.4, "vgg16-397923af.pth"),
    ("convnext_large", "ConvNeXt-L", 197_767_336, 791.2, "convnext_large-ea097f82.pth"),
)
"""Small to large; every other builder of torchvision that is named runs too."""
