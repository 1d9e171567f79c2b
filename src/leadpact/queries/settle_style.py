"""The styles of the sheet, on a screen and on one page of A4. They are in the file, so that it stands alone."""

STYLE = """
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e9ecef); --soft: light-dark(#59616b, #a3abb5);
  --line: light-dark(#d9dde2, #3a4149); --wash: light-dark(#f5f6f8, #1c2127); --paper: light-dark(#fff, #14181d);
  --m: light-dark(#a84300, #ffab73); --s: light-dark(#0b57b8, #8fbcff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; }
.sheet, .more, .bar { max-width: 860px; margin: 16px auto; padding: 24px; background: var(--paper);
  border: 1px solid var(--line); border-radius: 10px; }
.bar { padding: 12px 24px; display: flex; gap: 12px 20px; flex-wrap: wrap; align-items: center; }
h1 { font-size: 22px; line-height: 1.2; margin: 0 0 6px; } h2 { font-size: 15px; line-height: 1.3; margin: 0 0 4px; }
p { margin: 0 0 4px; } a { color: inherit; text-underline-offset: 2px; } ul { margin: 4px 0;
  padding-inline-start: 18px; }
.files b { display: inline-block; width: 18px; text-align: center; border: 1px solid; border-radius: 5px;
  font-size: 11px; }
.files { overflow-wrap: anywhere; } .m { color: var(--m); } .s { color: var(--s); margin-inline-start: 8px; }
.joined, .note, .range, footer, .cannot li { color: var(--soft); font-size: 12px; }
.findings { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; margin: 14px 0; }
article { border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; position: relative;
  break-inside: avoid; }
article h2 { padding-inline-end: 84px; }
.wins, .cost { grid-column: 1 / -1; } .waits:nth-child(odd):last-child { grid-column: 1 / -1; }
.badge { position: absolute; inset-block-start: 10px; inset-inline-end: 12px; font-size: 12px;
  border: 1px solid var(--line);
  border-radius: 99px; padding: 0 9px; background: var(--wash); }
.figure { font-size: 26px; font-weight: 650; line-height: 1.2; margin: 2px 0 0; }
table { border-collapse: collapse; width: 100%; font-size: 12px; margin: 6px 0; }
th, td { text-align: start; padding: 3px 8px 3px 0; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; } th { color: var(--soft); font-weight: 600; }
.n { text-align: end; padding-inline-end: 16px; white-space: nowrap; } .box { white-space: nowrap;
  color: var(--soft); }
.cannot, .draft { margin-top: 14px; } .sign { display: flex; gap: 40px; margin-top: 26px; }
.sign span { flex: 1; border-top: 1px solid var(--ink); font-size: 12px; padding-top: 3px; color: var(--soft); }
footer { margin-top: 12px; } details { border-bottom: 1px solid var(--line); padding: 8px 0; }
summary { cursor: pointer; font-weight: 600; min-height: 28px; } pre { overflow: auto; font-size: 12px; }
  .wide { overflow-x: auto; }
.wide td, .wide th { overflow-wrap: normal; white-space: nowrap; }
button, .button { font: inherit; min-height: 36px; padding: 4px 14px; border-radius: 8px;
  border: 1px solid var(--line);
  background: var(--ink); color: var(--paper); cursor: pointer; text-decoration: none; display: inline-flex;
  align-items: center; }
@media (max-width: 640px) { .sheet, .more, .bar { margin: 0; border-radius: 0; border-inline: 0; padding: 16px; }
  .findings { grid-template-columns: minmax(0, 1fr); } .draft .box { white-space: normal; }
  summary { min-height: 44px; } }
@media print { @page { size: A4; margin: 11mm; } :root { color-scheme: light; } .more, .bar, .link { display: none; }
  body { background: #fff; font-size: 8.6pt; line-height: 1.3; } .sheet { border: 0; margin: 0; padding: 0;
  max-width: none; }
  h1 { font-size: 15pt; } h2 { font-size: 10pt; } .figure { font-size: 15pt; } .findings { gap: 6pt; margin: 7pt 0; }
  article { padding: 6pt 8pt; }
  table, .joined, .note, .range, footer, .cannot li, .badge, .sign span { font-size: 7.4pt; }
  th, td { padding: 1.2pt 6pt 1.2pt 0; } table { margin: 3pt 0; } .cannot, .draft { margin-top: 7pt; }
  .sign { margin-top: 20pt; }
  footer { margin-top: 6pt; } }
"""
