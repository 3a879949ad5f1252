/** How a printed document looks in a browser, light or dark, narrow or wide, and on paper. */

/** Widths of columns, in hundredths: a style attribute would be refused where our pages are served. */
const WIDTHS = Array.from({ length: 29 }, (_, at) => `.w${4 + at * 2}{width:${4 + at * 2}%}`).join('');

export const PRINTED_HTML_STYLE = `
:root{--ink:#17212b;--muted:#455b71;--line:#c5d0da;--soft:#eef2f6;--link:#0059b3;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--muted:#b4c2d0;--line:#45525f;--soft:#1f2a35;--link:#8ec5ff;--paper:#121a22}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:72rem;background:var(--paper);color:var(--ink);font:1rem/1.55 "Titillium Web",system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 .9rem}
section p,section ul{max-width:46rem}
a{color:var(--link)}
.note,footer{color:var(--muted);font-size:.9rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
nav ol{list-style:none;padding-left:0}
nav ol ol{margin:0;padding-left:1.4rem}
nav li{padding:.15rem 0}
nav a{display:inline-block;padding:.15rem 0}
dl div{display:flex;flex-wrap:wrap;gap:0 .6rem;padding:.15rem 0}
dt{font-weight:600}
dd{margin:0}
.table{overflow-x:auto;margin:0 0 1.5rem}
.table:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%;min-width:38rem;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere;min-width:4rem}
thead th,tfoot th,tfoot td{background:var(--soft);font-weight:600;overflow-wrap:normal}
.figure{text-align:right;font-variant-numeric:tabular-nums}
.signatures{display:flex;flex-wrap:wrap;gap:3.5rem 2rem;margin-top:3.5rem}
.signatures p{flex:1 1 14rem;max-width:20rem;border-top:1px solid var(--ink);padding-top:.3rem}
${WIDTHS}
@media (max-width:40rem){h1{font-size:1.5rem}h2{font-size:1.25rem}}
@page{size:A4 landscape;margin:1.6cm}
@media print{:root{--ink:#000;--muted:#333;--line:#999;--soft:#eee;--link:#000;--paper:#fff}body{padding:0;max-width:none;font-size:10pt}nav{break-after:page}h2,h3,h4,caption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}tfoot{display:table-row-group}.table{overflow:visible}table{min-width:0}a{text-decoration:none}}
`;
