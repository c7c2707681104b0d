import { ExportError } from '../export-error.ts'
import { decodeXmlText } from './xml-text.ts'

/** One tag of a small part (workbook, relationships, styles), its name without prefix. */
export interface XmlTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** `</name>` */
  readonly isEnd: boolean
  /** `<name/>` */
  readonly isEmpty: boolean
}

const NAME = /^[^\s/>]+/

/** All tags in order. Character data is skipped: the small parts keep what matters in attributes. */
export function* xmlTags(part: Buffer): Generator<XmlTag> {
  const xml = partText(part)
  let at = xml.indexOf('<')
  while (at >= 0) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at)
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at)
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at)
    else if (xml.startsWith('<!', at)) throw documentType()
    else {
      const end = tagEnd(xml, at)
      yield tagOf(xml.slice(at + 1, end))
      at = end + 1
    }
    at = xml.indexOf('<', at)
  }
}

/** The refusal of a DTD: entities that expand to gigabytes or read other files begin with one, exports never have one. */
export function documentType(): ExportError {
  return new ExportError(
    'xml_entities',
    null,
    'the workbook declares an XML document type, which no spreadsheet program writes and which can hide an attack; open it in one and save it again.',
  )
}

function partText(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.subarray(2).toString('utf16le')
  if (part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf) return part.toString('utf8', 3)
  return part.toString('utf8')
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? xml.length : at + mark.length
}

function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml[at]
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
  }
  throw new ExportError(
    'damaged',
    null,
    'an XML part of the workbook ends inside a tag; export or copy the file again.',
  )
}

function tagOf(inside: string): XmlTag {
  const isEnd = inside.startsWith('/')
  const body = isEnd ? inside.slice(1) : inside
  const qualified = NAME.exec(body)?.[0] ?? ''
  const attributes = attributesOf(body.slice(qualified.length))
  return { name: localName(qualified), attributes, isEnd, isEmpty: inside.endsWith('/') }
}

/** `a="1" b='2'`, read in one pass: a pattern would go over a long run of letters once for each of them. */
export function attributesOf(list: string): Map<string, string> {
  const attributes = new Map<string, string>()
  let at = 0
  for (let equals = list.indexOf('='); equals >= 0; equals = list.indexOf('=', at)) {
    const name = list.slice(at, equals).trim()
    let open = equals + 1
    while (list[open] === ' ' || list[open] === '\t' || list[open] === '\n' || list[open] === '\r') open++
    const quote = list[open]
    const close = quote === '"' || quote === "'" ? list.indexOf(quote, open + 1) : -1
    if (close < 0) break
    attributes.set(name, decodeXmlText(list.slice(open + 1, close)))
    at = close + 1
  }
  return attributes
}

export function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1)
}
