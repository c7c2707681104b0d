import { localName } from './xml-tags.ts'
import { decodeCellText } from './xml-text.ts'

/**
 * The text of an `si` or `is` element, given what stands inside it: all `t` of all runs together. What `rPh` holds is
 * left out: it tells how to pronounce the text, not what it says.
 */
export function richText(xml: string): string {
  let text = ''
  let isPhonetic = false
  let open = xml.indexOf('<')
  while (open >= 0) {
    const mark = xml.startsWith('<!--', open) ? '-->' : '>'
    const close = xml.indexOf(mark, open)
    if (close < 0) break
    let next = close + mark.length
    const tag = xml.slice(open + 1, close)
    const isEmpty = tag.endsWith('/')
    const name = localName(tag.slice(0, nameLength(tag)))
    if (name === 't' && !isEmpty && !tag.startsWith('/')) {
      next = endOfText(xml, close + 1)
      if (!isPhonetic) text += decodeCellText(xml.slice(close + 1, next))
    } else if (name === 'rPh') isPhonetic = !isEmpty && !tag.startsWith('/')
    open = xml.indexOf('<', next)
  }
  return text
}

function nameLength(tag: string): number {
  for (let at = 0; at < tag.length; at++) {
    const code = tag.charCodeAt(at)
    if (code <= 32 || (code === 47 && at > 0)) return at
  }
  return tag.length
}

/** Where character data ends: at the next tag that is neither CDATA nor a comment. */
function endOfText(xml: string, from: number): number {
  let at = xml.indexOf('<', from)
  while (at >= 0) {
    const mark = xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<!--', at) ? '-->' : ''
    if (mark === '') return at
    const close = xml.indexOf(mark, at)
    at = close < 0 ? -1 : xml.indexOf('<', close + mark.length)
  }
  return xml.length
}
