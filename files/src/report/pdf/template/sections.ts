/** Typst: the document itself, block after block. */
export const SECTIONS = `
#let show-block(it) = {
  if it.kind == "heading" { heading(level: 2)[#it.text] }
  else if it.kind == "paragraph" { par[#it.text] }
  else if it.kind == "bullets" { list(..it.items.map(item => [#item])) }
  else if it.kind == "cards" { cards(it.cards) }
  else if it.kind == "definitions" { definitions(it.definitions) }
  else if it.kind == "gauge" { gauge(it) }
  else if it.kind == "callout" { callout(it) }
  else if it.kind == "chart" { chart(it) }
  else if it.kind == "table" { table-block(it) }
}

#cover
#counter(page).update(2)
#answer-page
#contents-page

#let lettered = state("lettered", false)
#for section in data.sections {
  set page(flipped: section.isWide, margin: if section.isWide { landscape-margin } else { portrait-margin })
  set heading(numbering: if section.isAppendix { "A.1" } else { "1.1" })
  if section.isAppendix {
    context if not lettered.get() { counter(heading).update(0) }
    lettered.update(true)
  }
  heading(level: 1)[#section.title]
  for (i, it) in section.blocks.enumerate() {
    // What introduces a table or a picture stays on its page.
    let leads = it.kind == "paragraph" and section.blocks.at(i + 1, default: (kind: "")).kind in ("table", "cards")
    if leads { block(sticky: true, show-block(it)) } else { show-block(it) }
  }
}
`
