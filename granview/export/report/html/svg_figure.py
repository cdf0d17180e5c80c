"""A drawing as inline SVG: real text, and colours that follow light and dark."""

from html import escape

from granview.export.report.drawing import Area, Dot, Drawing, Label, Line, Place, Role, Shape
from granview.export.texts.unprintable_characters import on_one_line


def svg_figure(drawing: Drawing, words: str) -> str:
    """The element; ``words`` say what it shows."""
    size = f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" style="max-width:{drawing.width:g}px"'
    shapes = "".join(map(_element, drawing.shapes))
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{_text(words)}" {size}>{shapes}</svg>'


def _element(shape: Shape) -> str:
    match shape:
        case Line():
            dash = ' stroke-dasharray="5 4"' if shape.is_dashed else ""
            color = f'class="s-{_role(shape.role)}" stroke-width="{shape.width:g}"{dash}'
            return f'<polyline points="{_points(shape.places)}" {color}/>'
        case Area():
            return (
                f'<polygon points="{_points(shape.places)}" class="f-{_role(shape.role)}" '
                f'fill-opacity="{shape.opacity:g}"/>'
            )
        case Dot():
            at = f'cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.radius:g}"'
            fill = "ground" if shape.is_hollow else _role(shape.role)
            return f'<circle {at} class="f-{fill} s-{_role(shape.role)}" stroke-width="2"/>'
        case Label():
            return _label(shape)


def _label(label: Label) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    strong = ' font-weight="600"' if label.is_strong else ""
    place = f'x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:g}"'
    return f'<text {place} class="f-{_role(label.role)}"{anchor}{strong}>{_text(label.text)}</text>'


def _points(places: tuple[Place, ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _role(role: Role) -> str:
    return role if isinstance(role, str) else f"lane{role % 8}"


def _text(text: str) -> str:
    return escape(on_one_line(text))
