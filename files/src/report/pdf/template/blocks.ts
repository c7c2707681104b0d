/** Typst: everything a section is made of but tables. */
export const BLOCKS = `
#let callout(it) = {
  let tone = tones.at(it.tone)
  block(
    width: 100%, breakable: false, above: 12pt, below: 14pt, inset: (left: 12pt, right: 10pt, y: 9pt),
    fill: tone.tint, stroke: (left: 3pt + tone.mark),
  )[
    #text(weight: "semibold", fill: tone.text)[#it.title]
    #if it.text != "" [
      #v(-4pt)
      #it.text
    ]
  ]
}

#let figures(list) = block(width: 100%, breakable: false, above: 14pt, below: 18pt, grid(
  columns: (1fr,) * list.len(),
  column-gutter: 14pt,
  ..list.map(it => block(width: 100%, stroke: (top: 1pt + border), inset: (top: 7pt))[
    #text(9pt, fill: if it.tone == "plain" { second } else { tones.at(it.tone).text })[#it.label]
    #v(-5pt)
    #text(19pt, weight: "semibold", fill: tones.at(it.tone).text)[#it.value]
    #v(-7pt)
    #text(9pt, fill: second)[#it.note]
  ])
))

#let chart(it) = block(width: 100%, breakable: false, above: 18pt, below: 18pt)[
  #text(weight: "semibold")[#it.title]
  #v(-1pt)
  #image(bytes(it.drawing.svg), format: "svg", width: 100%, alt: it.drawing.alt)
  #if it.note != "" [
    #v(-4pt)
    #text(9pt, fill: second)[#it.note]
  ]
]

#let cards(list) = block(width: 100%, breakable: false, above: 12pt, below: 14pt, grid(
  columns: (1fr,) * list.len(),
  column-gutter: 7pt,
  ..list.map(it => grid.cell(
    inset: (x: 7pt, y: 8pt),
    fill: if it.isMarked { tones.blue.tint } else { none },
    stroke: if it.isMarked { 1.5pt + sea } else { 0.5pt + border },
  )[
    #set par(leading: 0.45em, spacing: 0.6em)
    #text(9pt, fill: second)[#it.title]

    #text(11pt, weight: "semibold")[#it.value]

    #text(9pt)[#it.detail]
    #if it.note != "" [

      #text(9pt, weight: if it.isMarked { "semibold" } else { "regular" }, fill: if it.isMarked { sea } else { tones.amber.text })[#if it.isMarked [▲ ]#it.note]
    ]
  ])
))

#let gauge(it) = {
  let top = calc.max(100, it.percent) * 1.04
  let tone = tones.at(it.tone)
  block(width: 100%, breakable: false, above: 12pt, below: 16pt, layout(size => {
    let at(value) = size.width * value / top
    text(9pt, fill: second)[#it.label]
    v(-3pt)
    box(width: 100%, height: 14pt, {
      place(rect(width: at(calc.max(100, it.percent)), height: 12pt, fill: tones.plain.tint))
      place(rect(width: at(it.percent), height: 12pt, fill: tone.mark))
      place(dx: at(100), dy: -3pt, line(angle: 90deg, length: 18pt, stroke: 1.25pt + ink))
      let label = text(9pt, weight: "semibold", fill: if it.percent > 12 { white } else { ink })[#it.shown]
      place(dx: if it.percent > 12 { 5pt } else { at(it.percent) + 4pt }, dy: 2.4pt, label)
    })
  }))
}

#let definitions(list) = for it in list {
  block(width: 100%, breakable: false, above: 8pt, below: 10pt, stroke: (left: 1.5pt + hairline), inset: (left: 10pt, y: 1pt))[
    #set par(leading: 0.5em, spacing: 0.65em)
    #text(weight: "semibold")[#it.term]#h(8pt)#text(fill: sea)[#it.code]

    #text(9.5pt)[#it.text]
    #if it.values != "" [

      #text(9pt, fill: second)[#it.values]
    ]
  ]
}
`
