"""The plug-in's method by name, for those who cannot ask a network."""

from granview.core.explain_methods import METHOD_NAMES, MethodName

METHOD_NAMES.register("occlusion")(MethodName("Occlusion"))
