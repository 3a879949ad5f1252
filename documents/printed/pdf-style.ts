/** What all our PDFs look like: A4, Italian, one column, tables whose head is repeated on each page. */

/** Begins every template; `data` has `title` and `footer`. */
export const PDF_STYLE = `
#let data = json("/data.json")
#set document(title: data.title)
#set text(lang: "it", region: "IT", font: "Titillium Web", size: 10pt, fill: rgb("#17212b"))
#set par(leading: 0.62em, spacing: 0.9em)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2.2cm), footer: context [
  #set text(size: 8pt, fill: rgb("#4d5b69"))
  #data.footer #h(1fr) Pagina #counter(page).display() di #counter(page).final().first()
])
#show heading.where(level: 1): it => block(below: 1.2em, text(size: 19pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: 13pt, weight: "bold", fill: rgb("#004080"), it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, sticky: true, text(size: 11pt, weight: "bold", it.body))
#show figure: set block(breakable: true, width: 100%, above: 1.2em)
#show figure.caption: it => block(sticky: true, align(left, text(size: 9pt, fill: rgb("#4d5b69"), it.body)))
#set figure.caption(position: top)
#let muted(body) = text(size: 9pt, fill: rgb("#4d5b69"), body)
// In one line, so that it is copied and found as it is.
#let fingerprint(hash) = box(text(font: "Roboto Mono", size: 7pt, hash))
#let grid-table(caption, columns, titles, rows) = figure(
  caption: caption, supplement: none, numbering: none, kind: table,
  align(left, table(
    columns: columns,
    align: left + top,
    stroke: (x, y) => (bottom: 0.5pt + rgb("#d5dde5")),
    fill: (x, y) => if y == 0 { rgb("#eef2f6") },
    inset: (x: 5pt, y: 5pt),
    table.header(..titles.map(title => text(weight: "bold", size: 9pt, title))),
    ..rows.flatten(),
  )),
)
`;
