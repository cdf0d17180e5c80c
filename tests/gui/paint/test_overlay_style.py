from granview.gui.paint.overlay_style import OverlayStyle


def test_outlines_are_stronger_than_areas() -> None:
    assert OverlayStyle(0.5, outline_only=True).strength == 0.75
    assert OverlayStyle(0.0, outline_only=True).strength == 0.0
    assert OverlayStyle(1.0, outline_only=True).strength == 1.0
