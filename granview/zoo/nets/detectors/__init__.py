"""Networks that find objects: torchvision's Mask R-CNN and FCOS on small backbones of the zoo's own."""
