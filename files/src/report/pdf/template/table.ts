/** Typst: tables with heads that repeat, lines that group, totals and notes. */
export const TABLE = `
#let cell-text(it) = if type(it) == str { it } else { text(fill: tones.at(it.tone).text, it.text) }

#let head-cell(column) = table.cell(align: bottom + if column.align == "right" { right } else { left })[
  #text(weight: "semibold", fill: second)[#column.header]#if column.unit != "" { text(fill: second)[ #column.unit] }
]

// A line that groups must not be the last of a page. A cell over two rows that may not break holds it to the next row:
// it stands in a column without width. Headers of a second level would do the same and cost twice the time.
#let keep-with-next = table.cell(rowspan: 2, breakable: false, inset: 0pt)[]
#let no-cell = table.cell(inset: 0pt)[]

#let group-row(title, count) = (
  keep-with-next,
  table.cell(colspan: count, align: left, fill: subtle, inset: (x: 4pt, top: 6pt, bottom: 5pt), text(weight: "semibold", title)),
)

#let grouped-rows(rows, count) = rows.enumerate().map(((i, row)) => {
  if type(row) == dictionary { group-row(row.group, count) }
  else if i > 0 and type(rows.at(i - 1)) == dictionary { row.map(cell-text) }
  else { (no-cell,) + row.map(cell-text) }
}).flatten()

#let code-text(it) = text(font: "DejaVu Sans Mono", size: 7.5pt, cell-text(it))

#let plain-rows(rows, columns) = if columns.any(column => column.isCode) {
  rows.map(row => row.enumerate().map(((i, cell)) => if columns.at(i).isCode { code-text(cell) } else { cell-text(cell) })).flatten()
} else {
  rows.map(row => row.map(cell-text)).flatten()
}

// Figures of equal width line numbers up; in names they would tear hyphens and letters apart.
#let with-tabular-figures(numbers, body) = numbers.fold(body, (body, x) => {
  show table.cell.where(x: x): set text(number-width: "tabular")
  body
})

// A row of a known height is laid out once; one of automatic height is measured first, which takes twice the time.
#let row-height((row, one-line)) = if not one-line { auto } else if type(row) == dictionary { 18pt } else { 14pt }

#let table-block(it) = {
  let count = it.columns.len()
  let grouped = it.rows.any(row => type(row) == dictionary)
  let lead = if grouped { (0pt,) } else { () }
  let lead-cell = if grouped { (no-cell,) } else { () }
  if it.title != "" { block(above: 14pt, below: 7pt, sticky: true, text(weight: "semibold", it.title)) }
  set text(9pt)
  set par(leading: 0.45em)
  // A row of text goes to the next page whole; long lists of short rows need not ask.
  set table.cell(breakable: grouped)
  let numbers = it.columns.enumerate().filter(((_, column)) => column.align == "right").map(((i, _)) => i + lead.len())
  with-tabular-figures(numbers, table(
    columns: lead + it.columns.map(column => column.width * 1fr),
    align: lead.map(_ => left) + it.columns.map(column => if column.align == "right" { right } else { left }),
    rows: (auto,) + it.rows.zip(it.oneLine).map(row-height) + if it.totals == none { () } else { (auto,) },
    inset: (x: 4pt, y: 3.6pt),
    stroke: (rest: none, bottom: 0.5pt + hairline),
    table.header(..lead-cell, ..it.columns.map(head-cell), table.hline(stroke: 1pt + border)),
    ..if grouped { grouped-rows(it.rows, count) } else { plain-rows(it.rows, it.columns) },
    ..if it.totals != none { (table.hline(stroke: 1pt + border), ..lead-cell, ..it.totals.map(cell => strong(cell-text(cell)))) },
  ))
  if it.note != "" { block(above: 6pt, below: 12pt, text(9pt, fill: second, it.note)) }
}
`
