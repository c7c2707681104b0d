/** Typst: type, colours (look.md, light), page, running header and footer. */
export const PAGE = `
#let data = json("/data.json")

#let ink = rgb("#16212B")
#let second = rgb("#4A5967")
#let sea = rgb("#0B5C7A")
#let hairline = rgb("#D5DBE0")
#let border = rgb("#84919D")
#let subtle = rgb("#F6F7F5")
#let tones = (
  plain: (text: ink, tint: rgb("#E9EDF0"), mark: second),
  green: (text: rgb("#1E6B41"), tint: rgb("#E3F2E8"), mark: rgb("#3F9668")),
  amber: (text: rgb("#8A5A00"), tint: rgb("#FBF0D5"), mark: rgb("#B97A14")),
  red: (text: rgb("#A32C22"), tint: rgb("#FBE6E3"), mark: rgb("#C44A3D")),
  blue: (text: sea, tint: rgb("#E2ECF6"), mark: rgb("#2F7FA8")),
  faint: (text: second, tint: rgb("#E9EDF0"), mark: second),
)

#let portrait-margin = (top: 27mm, bottom: 22mm, x: 19.05mm)
#let landscape-margin = (top: 25mm, bottom: 20mm, x: 15.85mm)

#set document(title: data.title + ": " + data.project, author: data.author)
#set text(font: "Inter", size: 10.5pt, fill: ink, lang: "en", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.95em)
#set list(marker: text(fill: second)[–], indent: 0pt, body-indent: 0.6em, spacing: 0.6em)
#set enum(body-indent: 0.6em, spacing: 0.75em)

#let header-line = context {
  set text(9pt, fill: second)
  grid(
    columns: (1fr, auto),
    column-gutter: 12pt,
    box(clip: true, height: 1em, width: 100%)[#data.project],
    [#data.title],
  )
  v(-5pt)
  line(length: 100%, stroke: 0.5pt + hairline)
}

#let footer-line = context {
  set text(9pt, fill: second)
  grid(
    columns: (1fr, auto),
    [Version #data.version · #data.date],
    [#counter(page).display() of #counter(page).final().first()],
  )
}

#set page(paper: "a4", margin: portrait-margin, header: header-line, footer: footer-line)

#set heading(numbering: "1.1")
#show heading.where(level: 1): it => block(above: 0pt, below: 16pt, sticky: true)[
  #set text(20pt, weight: "semibold", fill: ink)
  #set par(leading: 0.4em)
  #grid(
    columns: (auto, 1fr),
    column-gutter: 12pt,
    text(fill: sea, counter(heading).display(it.numbering)),
    it.body,
  )
]
#show heading.where(level: 2): it => block(above: 20pt, below: 9pt, sticky: true)[
  #set text(12pt, weight: "semibold", fill: ink)
  #grid(
    columns: (auto, 1fr),
    column-gutter: 9pt,
    text(fill: sea, counter(heading).display(it.numbering)),
    it.body,
  )
]
`
