/** Looks of the template's cells; the position of each is its number in the sheet. Colours of look.md, light theme. */
export const TEMPLATE_LOOKS = ['plain', 'banner', 'greyHeader', 'blueHeader', 'grey', 'blueText', 'blueNumber'] as const
export type TemplateLook = (typeof TEMPLATE_LOOKS)[number]

const INK = '16212B'
const SECOND_INK = '4A5967'
const SEA = '0B5C7A'
const GREY = 'E9EDF0'
const BLUE = 'E2ECF6'
const DEEPER_BLUE = 'CFE0F1'

/** Text, so that no program makes a date of `10-12` or a number of a name; and numbers without parted thousands. */
const TEXT_FORMAT = 49
const NUMBER_FORMAT = 1

const FONTS = [font(INK), font(INK, true), font(SECOND_INK)]
/** A spreadsheet takes the first two fills for itself. */
const FILLS = [pattern('none'), pattern('gray125'), solid(GREY), solid(BLUE), solid(DEEPER_BLUE)]
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  // Filled cells hide the lines of the grid, which somebody who types needs.
  `<border>${['left', 'right', 'top', 'bottom'].map((edge) => line(edge, 'thin', 'FFFFFF')).join('')}<diagonal/></border>`,
  `<border><left/><right/><top/>${line('bottom', 'medium', SEA)}<diagonal/></border>`,
]

const LOOKS: Readonly<Record<TemplateLook, string>> = {
  plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  banner: look(0, 0, 0, 0, 'horizontal="left" vertical="top" wrapText="1"'),
  greyHeader: look(0, 1, 2, 2, 'horizontal="left" vertical="top" wrapText="1"'),
  blueHeader: look(0, 1, 4, 2, 'horizontal="left" vertical="top" wrapText="1"'),
  grey: look(0, 2, 2, 1, 'vertical="top"'),
  blueText: look(TEXT_FORMAT, 0, 3, 1, 'horizontal="left" indent="1" vertical="top"'),
  blueNumber: look(NUMBER_FORMAT, 0, 3, 1, 'horizontal="right" vertical="top"'),
}

export function lookIndex(name: TemplateLook): number {
  return TEMPLATE_LOOKS.indexOf(name)
}

export const templateStylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>` +
  `<fills count="${FILLS.length}">${FILLS.join('')}</fills>` +
  `<borders count="${BORDERS.length}">${BORDERS.join('')}</borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${TEMPLATE_LOOKS.length}">${TEMPLATE_LOOKS.map((name) => LOOKS[name]).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

function font(colour: string, isBold = false): string {
  return `<font>${isBold ? '<b/>' : ''}<sz val="10"/><color rgb="FF${colour}"/><name val="Calibri"/><family val="2"/></font>`
}

function pattern(type: string): string {
  return `<fill><patternFill patternType="${type}"/></fill>`
}

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
}

function line(edge: string, weight: string, colour: string): string {
  return `<${edge} style="${weight}"><color rgb="FF${colour}"/></${edge}>`
}

function look(format: number, fontId: number, fillId: number, borderId: number, alignment: string): string {
  return (
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`
  )
}
