import { covers } from './covers.ts'
import type { OsEvidence, OsProduct } from './guest-os.ts'
import type { RowHit } from './name-rows.ts'
import { productTitle } from './os-label.ts'
import type { ReadNames } from './os-names.ts'
import { isPredecessor, mayBeSuccessor } from './predecessors.ts'

/** Why a reader should doubt what was chosen, most important first: os-support §1.2, §1.5, §4. */
export function doubtsOf(read: ReadNames, chosen: RowHit, evidence: OsEvidence): string[] {
  const doubts = [aboutColumns(read, chosen.product, evidence), ...unreadable(read)]
  if (evidence === 'tools' || evidence === 'configuration') {
    const mayBe = mayBeSuccessor(chosen.product.id, read.names.hardwareVersion)
    if (mayBe !== '') doubts.push(`hardware version ${read.names.hardwareVersion} is too old to say ${mayBe}`)
    if (chosen.product.id === 'centos-8') doubts.push('CentOS Linux 8 or CentOS Stream 8')
  }
  if (evidence === 'detail' && chosen.product.id === 'windows') doubts.push('no column tells client from server')
  doubts.push(aboutDates(chosen))
  return doubts.filter((doubt) => doubt !== '')
}

/** How the other column differs. Nothing is said of it where the guest described itself. */
function aboutColumns(read: ReadNames, product: OsProduct, evidence: OsEvidence): string {
  const { names, config, tools } = read
  switch (evidence) {
    case 'none':
      return names.config.trim() === '' && names.tools.trim() === '' ? 'no column names a system' : ''
    case 'detail':
      return ''
    case 'configuration':
      if (tools === null) return 'not confirmed by Tools'
      return `Tools say only ${productTitle(tools.product)}`
    case 'tools':
      if (config === null || config.product === product || covers(config.product, product)) return ''
      return isPredecessor(product.id, config.product.id)
        ? `configured as ${productTitle(config.product)}, and old Tools report the predecessor`
        : `configured as ${productTitle(config.product)}`
  }
}

/** Values that are no names: shifted columns, words typed by hand. */
function unreadable({ names, config, tools }: ReadNames): string[] {
  const cells = [
    ['configuration', names.config, config],
    ['Tools', names.tools, tools],
  ] as const
  return cells
    .filter(([, text, hit]) => hit === null && text.trim() !== '')
    .map(([column, text]) => `"${shorten(text)}" of the ${column} column is no known name of a system`)
}

/** Where the dates are those of one case among several. */
function aboutDates({ product, edition }: RowHit): string {
  const { standardEnd, paidEnd, best } = product.lifecycle
  if (best !== null && best.standardEnd === standardEnd && best.paidEnd === paidEnd) return ''
  if (product.precision === 'range') return 'one of several versions, judged by the first to end'
  if (product.id.startsWith('sles-') && best !== null) return 'service pack unknown, judged by the first to end'
  if (product.id === 'solaris-11') return 'release unknown, judged by the first to end'
  if (/^windows-1[01]$/.test(product.id)) return 'build unknown'
  if (/^windows-1[01]-\w+$/.test(product.id) && edition === '') return 'edition unknown, judged as Home or Pro'
  return ''
}

const LONGEST_QUOTE = 40
const shorten = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ')
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain
}
