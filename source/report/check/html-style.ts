/** Style of the report: light and dark by the reader's own setting, and for paper. Colour is never the only sign. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1a1d23;--soft:#555e6b;--page:#fff;--box:#f5f6f8;--line:#c9ced6;--pass:#136c34;--fail:#b3261e;--unknown:#7a5200;--manual:#1a56b0;--none:#555e6b}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a5afbd;--page:#14171c;--box:#1e232b;--line:#3c4552;--pass:#6fd08c;--fail:#ff8f87;--unknown:#f0c35c;--manual:#8db8ff;--none:#a5afbd}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:70rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.4rem;margin:2.5rem 0 .75rem;border-bottom:2px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4{font:600 1rem/1.5 ui-monospace,monospace;margin:0}
.training{display:block;font-size:1rem;font-weight:700;letter-spacing:.08em;color:var(--unknown)}
h2 .training,h3 .training{display:inline;font-size:.75rem;margin-inline-start:.5rem}
.rule{margin:.75rem 0;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.4rem;background:var(--box)}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.15rem 1rem;margin:.5rem 0}
dt{color:var(--soft)}
dd{margin:0}
table{width:100%;border-collapse:collapse;margin:.5rem 0;font-size:.9rem}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border:1px solid var(--line)}
thead th{background:var(--box);overflow-wrap:normal}
code{font:.85em/1.4 ui-monospace,monospace}
.verdict{font-weight:700;white-space:nowrap}
.pass{color:var(--pass)}.fail{color:var(--fail)}.unknown{color:var(--unknown)}.manual{color:var(--manual)}.not_applicable{color:var(--none)}
.basis{display:inline-block;padding:0 .5rem;border-radius:1rem;font-size:.85rem;white-space:nowrap}
.verified{border:2px solid currentColor}.confirmed{border:2px double currentColor;border-width:4px}.attested{border:2px dashed currentColor}
.grade{font-size:.85rem;font-style:italic;color:var(--soft);text-decoration:underline dotted;white-space:nowrap}
.waived{font-weight:600}
footer{margin-top:3rem;padding-top:1rem;border-top:2px solid var(--line);color:var(--soft);font-size:.9rem}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{:root{--ink:#000;--soft:#333;--page:#fff;--box:#fff;--line:#999;--pass:#136c34;--fail:#b3261e;--unknown:#7a5200;--manual:#1a56b0;--none:#333}body{padding:0;max-width:none;font-size:10pt}h2,h3,h4{break-after:avoid}tr,.rule>dl{break-inside:avoid}thead{display:table-header-group}}
`;
