/** Typst: the cover, the answer on one page, the contents. */
export const COVER = `
#let cover = page(header: none, footer: none, margin: (left: 30mm, right: 22mm, top: 0mm, bottom: 24mm))[
  #place(top + left, dx: -30mm, rect(width: 8mm, height: 100% + 24mm, fill: sea))
  #v(78mm)
  #text(11pt, fill: sea, weight: "semibold")[#data.title]
  #v(3mm)
  #par(leading: 0.35em, text(34pt, weight: "semibold")[#data.project])
  #if data.customer != "" [
    #v(2mm)
    #text(16pt, fill: second)[#data.customer]
  ]
  #v(1fr)
  #line(length: 100%, stroke: 0.5pt + hairline)
  #v(2mm)
  #set text(10.5pt)
  #let facts = (("Date", data.date), ("Version", data.version))
  #if data.author != "" { facts.push(("Author", data.author)) }
  #facts.push(("Made from", data.basis))
  #grid(
    columns: (28mm, 1fr),
    row-gutter: 7pt,
    ..facts.map(((name, value)) => (text(fill: second)[#name], [#value])).flatten()
  )
]

#let answer-page = {
  let answer = data.answer
  block(below: 14pt)[
    #text(10.5pt, fill: sea, weight: "semibold")[The answer]
    #v(-3pt)
    #text(26pt, weight: "semibold")[#answer.headline]
  ]
  callout(answer.verdict)
  figures(answer.figures)
  chart(answer.risk)
  let part(title) = block(above: 16pt, below: 8pt, sticky: true, text(12pt, weight: "semibold")[#title])
  if answer.actions.len() > 0 {
    part("Do first")
    enum(..answer.actions.map(action => [
      #strong[#action.title]#if action.detail != "" [. #text(fill: second)[#action.detail]]
    ]))
  }
  part("What is assumed")
  set text(9.5pt)
  list(..answer.assumptions.map(item => [#item]))
}

#let contents-page = {
  pagebreak()
  block(below: 16pt, text(20pt, weight: "semibold")[Contents])
  show outline.entry.where(level: 1): it => {
    v(7pt, weak: true)
    strong(it)
  }
  show outline.entry.where(level: 2): set text(9.5pt, fill: second)
  set outline.entry(fill: none)
  v(10pt)
  outline(title: none, depth: 2, indent: 0pt)
}
`
