"""The style sheet of the report: one column, light and dark by the reader's preference, printable."""

STYLE = """
:root { color-scheme: light dark;
  --ink: #1b1f23; --soft: #57606a; --ground: #ffffff; --line: #d0d7de; --block: #f3f5f7 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9ea9b4; --ground: #14181d; --line: #3a424b; --block: #1e242b }
}
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.6rem; margin: 0 0 .75rem; overflow-wrap: anywhere }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem }
.lead { background: var(--block); border-left: 4px solid #d95f02; padding: .25rem 1rem; font-size: 1.05rem }
img { width: 100%; height: auto; image-rendering: pixelated; display: block }
.pictures { display: flex; flex-wrap: wrap; margin: 1rem -.5rem 0 }
figure { flex: 1 1 18rem; max-width: 34rem; margin: 0; padding: 0 .5rem 1rem }
.small { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 14rem)) }
.small img { width: auto; max-width: 100%; height: 9rem; object-fit: contain; object-position: left top }
figcaption, caption { color: var(--soft); font-size: .9rem; text-align: left; padding: .25rem 0 }
.plot { max-width: none; padding: 0 0 1rem }
.plot svg { width: 100%; height: auto; display: block }
.plot text { fill: var(--soft); font-size: 12px }
.plot .grid { stroke: var(--line) } .plot .curve { fill: none; stroke: var(--soft); stroke-width: 1.2 }
.plot .clear { fill: #2166ac } .plot .filled { fill: var(--ground); stroke: #d95f02; stroke-width: 2 }
.plot .band { stroke: #d95f02; stroke-width: 3; stroke-opacity: .45 }
.plot .seen { stroke: var(--soft); stroke-width: 1.5; fill: none }
.scale { max-width: 32rem; margin: 0 0 1rem auto }
.bar { height: .8rem; border: 1px solid var(--line);
  background: linear-gradient(to right, #2166ac, #f7f7f7, #d95f02); print-color-adjust: exact }
.words { display: flex; justify-content: space-between; font-size: .85rem; color: var(--soft) }
.words span + span { padding-left: .75rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere }
thead th { background: var(--block) }
tbody th { font-weight: 600 }
summary { cursor: pointer; padding: .3rem 0 }
pre { background: var(--block); padding: .75rem; overflow-x: auto; font-size: .85rem; white-space: pre-wrap;
  overflow-wrap: anywhere }
@media print { body { background: #fff; color: #000 } figure, tr { break-inside: avoid } }
"""
