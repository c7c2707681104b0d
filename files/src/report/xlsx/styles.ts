import {
  type ColumnKind,
  isNumberKind,
  type RowRole,
  TONES,
  type Tone,
} from '@portolan/engine/documents/workbook/table'

/** Colours of look.md, light theme: text and tint of each meaning. Grey and blue texts are ink, which reads on both. */
const INK = '16212B'
const SECOND_INK = '4A5967'
const SEA = '0B5C7A'
const TONE_COLOURS: Readonly<Record<Tone, { text: string; tint: string }>> = {
  green: { text: '1E6B41', tint: 'E3F2E8' },
  amber: { text: '8A5A00', tint: 'FBF0D5' },
  red: { text: 'A32C22', tint: 'FBE6E3' },
  blue: { text: INK, tint: 'E2ECF6' },
  grey: { text: SECOND_INK, tint: 'E9EDF0' },
}
const HEADER_TINT = 'E9EDF0'
const BAND_TINT = 'E2ECF6'

/** Custom formats are numbered from 164 on. */
const FIRST_FORMAT_ID = 164
const FORMATS: Readonly<Record<Exclude<ColumnKind, 'any'>, string | null>> = {
  text: null,
  flag: null,
  integer: '#,##0',
  ordinal: '0',
  number: '#,##0.0',
  factor: '#,##0.0###',
  percent: '0%',
  share: '0%',
  hours: '#,##0.00',
  minutes: '#,##0',
  gib: '#,##0.0',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
}

export interface CellStyle {
  readonly role: RowRole | 'header' | 'total'
  readonly kind: Exclude<ColumnKind, 'any'>
  readonly tone?: Tone
  readonly wraps?: boolean
  /** Leads to another tab. */
  readonly isLink?: boolean
}

/** The looks that cells of a workbook have, collected while sheets are written; index 0 is that of cells nobody wrote. */
export class Styles {
  private readonly indexes = new Map<string, number>()
  private readonly fonts = new Parts()
  private readonly fills = new Parts()
  private readonly borders = new Parts()
  private readonly formats = new Parts()
  private readonly looks: string[] = []

  constructor() {
    this.fonts.indexOf(font({}))
    // Excel takes the first two fills for itself.
    this.fills.indexOf('<fill><patternFill patternType="none"/></fill>')
    this.fills.indexOf('<fill><patternFill patternType="gray125"/></fill>')
    this.borders.indexOf('<border><left/><right/><top/><bottom/><diagonal/></border>')
    this.looks.push('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  }

  indexOf(style: CellStyle): number {
    const key = `${style.role} ${style.kind} ${style.tone ?? ''} ${style.wraps ?? false} ${style.isLink ?? false}`
    let index = this.indexes.get(key)
    if (index === undefined) {
      index = this.looks.push(this.lookOf(style)) - 1
      this.indexes.set(key, index)
    }
    return index
  }

  private lookOf({ role, kind, tone, wraps, isLink }: CellStyle): string {
    const isHead = role === 'header' || role === 'title' || role === 'section'
    const format = isHead ? null : FORMATS[kind]
    const formatId = format === null ? 0 : FIRST_FORMAT_ID + this.formats.indexOf(format)
    const fontId = this.fonts.indexOf(fontOf(role, tone, isLink ?? false))
    const fillId = this.fills.indexOf(fillOf(role, tone))
    const borderId = this.borders.indexOf(borderOf(role))
    const isPlain = role === 'title' || role === 'section' || (role === 'note' && !isLink && !wraps)
    const isRight = isNumberKind(kind) || kind === 'date' || kind === 'instant'
    const alignment = [
      isPlain ? 'horizontal="left"' : isRight ? 'horizontal="right"' : 'horizontal="left" indent="1"',
      // At the top of the header, because the buttons of a filter stand at its bottom.
      role === 'section' ? 'vertical="bottom"' : 'vertical="top"',
      wraps || role === 'header' ? 'wrapText="1"' : '',
    ]
    return (
      `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" ` +
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
      `<alignment ${alignment.filter(Boolean).join(' ')}/></xf>`
    )
  }

  xml(): string {
    const formats = this.formats.all.map(
      (format, index) =>
        `<numFmt numFmtId="${FIRST_FORMAT_ID + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
    )
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
      `<fonts count="${this.fonts.all.length}">${this.fonts.all.join('')}</fonts>` +
      `<fills count="${this.fills.all.length}">${this.fills.all.join('')}</fills>` +
      `<borders count="${this.borders.all.length}">${this.borders.all.join('')}</borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.looks.length}">${this.looks.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      `<dxfs count="${TONES.length}">${TONES.map(toneDxf).join('')}</dxfs>` +
      '<tableStyles count="0"/></styleSheet>'
    )
  }
}

/** Index of the conditional format of a tone. */
export function toneFormatId(tone: Tone): number {
  return TONES.indexOf(tone)
}

class Parts {
  readonly all: string[] = []

  indexOf(part: string): number {
    const index = this.all.indexOf(part)
    return index >= 0 ? index : this.all.push(part) - 1
  }
}

function fontOf(role: CellStyle['role'], tone: Tone | undefined, isLink: boolean): string {
  if (role === 'title') return font({ size: 16, isBold: true })
  if (role === 'section') return font({ size: 12, isBold: true, colour: SEA })
  if (role === 'header' || role === 'total' || role === 'band') return font({ isBold: true })
  if (isLink) return font({ colour: SEA, isUnderlined: true })
  if (role === 'note') return font({ colour: SECOND_INK })
  return font({ colour: tone ? TONE_COLOURS[tone].text : INK })
}

function font({
  size = 10,
  isBold = false,
  isUnderlined = false,
  colour = INK,
}: {
  size?: number
  isBold?: boolean
  isUnderlined?: boolean
  colour?: string
}): string {
  const marks = (isBold ? '<b/>' : '') + (isUnderlined ? '<u/>' : '')
  return `<font>${marks}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Calibri"/><family val="2"/></font>`
}

function fillOf(role: CellStyle['role'], tone: Tone | undefined): string {
  if (role === 'header') return fill(HEADER_TINT)
  if (role === 'band') return fill(BAND_TINT)
  return tone ? fill(TONE_COLOURS[tone].tint) : '<fill><patternFill patternType="none"/></fill>'
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
}

function borderOf(role: CellStyle['role']): string {
  const line = (edge: string, weight: string, colour: string) =>
    `<${edge} style="${weight}"><color rgb="FF${colour}"/></${edge}>`
  const top = role === 'total' ? line('top', 'medium', SEA) : '<top/>'
  const isUnderlined = role === 'header' || role === 'section'
  const bottom = isUnderlined ? line('bottom', 'medium', SEA) : '<bottom/>'
  return `<border><left/><right/>${top}${bottom}<diagonal/></border>`
}

function toneDxf(tone: Tone): string {
  const { text, tint } = TONE_COLOURS[tone]
  return (
    `<dxf><font><color rgb="FF${text}"/></font>` +
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${tint}"/><bgColor rgb="FF${tint}"/></patternFill></fill></dxf>`
  )
}
