"""The style sheet of HTML pages, light and dark as the reader's system says."""

from typing import Final

STYLE: Final = """
:root {
  color-scheme: light dark;
  --ground: #ffffff; --card: #ffffff; --rule: #dee2e8; --track: #eceff3;
  --text: 23 26 31; --muted: 98 107 120; --accent: 10 110 189; --good: 24 121 78; --bad: 176 32 32; --warn: 138 90 0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #131417; --card: #1d2025; --rule: #383d45; --track: #2e3238;
    --text: 232 234 237; --muted: 160 167 177; --accent: 110 168 254; --good: 98 196 142; --bad: 255 131 121;
    --warn: 230 180 80;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 2rem 1.25rem; max-width: 120rem; background: var(--ground); color: rgb(var(--text));
  font: 15px/1.65 "Helvetica Neue", Helvetica, Arial, "Segoe UI", "Noto Sans", system-ui, sans-serif;
}
header { border-bottom: 1px solid var(--rule); padding-bottom: .8rem; }
h1 { margin: 0; font-size: 1.45rem; font-weight: 600; line-height: 1.3; }
h2 { margin: 0; font-size: 1.05rem; font-weight: 600; line-height: 1.3; }
h1, h2, .name, .passage, .words { overflow-wrap: anywhere; }
h1, h2, .passage { unicode-bidi: plaintext; text-align: start; }
.subtitle, .detail, .words, .legend, .caption, footer { font-size: 13px; }
.subtitle, .detail, .words { margin: .15rem 0 0; }
.text { color: rgb(var(--text)); } .muted { color: rgb(var(--muted)); } .accent { color: rgb(var(--accent)); }
.good { color: rgb(var(--good)); } .bad { color: rgb(var(--bad)); } .warn { color: rgb(var(--warn)); }
.detail { color: rgb(var(--muted)); } .detail.strong { color: rgb(var(--accent)); font-weight: 600; }
.given { margin: 1.2rem 0 0; }
.caption { margin: .6rem 0 .1rem; color: rgb(var(--muted)); font-weight: 600; }
.panels {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1rem; margin: 1.3rem 0;
}
.panel { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 1rem 1.1rem 1.1rem; }
.blocks { margin-top: .8rem; }
.passage { white-space: pre-wrap; margin: .5rem 0 0; line-height: 1.85; }
.code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 14px; }
mark { color: inherit; background: rgb(var(--c) / var(--a)); border-radius: 3px; padding: .1em .05em; }
mark.under-solid { border-bottom: 2px solid rgb(var(--c)); border-radius: 3px 3px 0 0; }
mark.under-dashed { border-bottom: 2px dashed rgb(var(--c)); border-radius: 3px 3px 0 0; }
mark.under-dotted { border-bottom: 2px dotted rgb(var(--c)); border-radius: 3px 3px 0 0; }
mark.about-solid { outline: 1.5px solid rgb(var(--c)); }
mark.about-dashed { outline: 1.5px dashed rgb(var(--c)); }
mark.about-dotted { outline: 1.5px dotted rgb(var(--c)); }
mark.struck { text-decoration: line-through; text-decoration-color: rgb(var(--c)); color: rgb(var(--muted)); }
mark bdi { font-size: .7em; font-weight: 700; letter-spacing: .02em; margin-inline: .45em .25em; }
mark bdi { white-space: nowrap; }
.bar { display: grid; grid-template-columns: minmax(0, 2fr) 3fr 4.4em; gap: .7em; align-items: center; }
.bar { font-size: 13px; }
.bar + .bar { margin-top: .3rem; }
.bar.chosen .name > bdi { font-weight: 700; }
.bar.known { grid-template-columns: minmax(0, 1fr); }
.track { height: 8px; border-radius: 4px; background: var(--track); overflow: hidden; }
.fill { display: block; height: 100%; border-radius: 4px; background: rgb(var(--c)); }
.value { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.note { color: rgb(var(--muted)); margin-inline-start: .5em; white-space: nowrap; }
.swatch {
  display: inline-block; width: .8em; height: .8em; border-radius: 3px; margin-inline-end: .45em;
  background: rgb(var(--c)); vertical-align: -.05em; box-shadow: inset 0 0 0 1px rgb(var(--muted) / .4);
}
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin: 0 0 .6rem; padding: 0; list-style: none; }
footer { color: rgb(var(--muted)); margin-top: 1.2rem; }
@media print { body { padding: 0; } .panel { break-inside: avoid; } }
"""
