import { covers } from './covers.ts'
import { doubtsOf } from './doubts.ts'
import type { GuestOs, OsEvidence } from './guest-os.ts'
import type { RowHit } from './name-rows.ts'
import { osLabel } from './os-label.ts'
import type { OsNames, ReadNames } from './os-names.ts'
import { parseGuestDetail, readGuestDetail } from './read-guest-detail.ts'
import { readName } from './read-name.ts'
import { roleOf } from './read-windows.ts'
import { UNKNOWN_SYSTEM } from './unidentified.ts'

interface Choice {
  readonly hit: RowHit
  readonly evidence: OsEvidence
}

const NOTHING: RowHit = { product: UNKNOWN_SYSTEM, release: '', edition: '', bits: 0 }

/**
 * Names the system of a VM from the columns that vInfo has for it, at most as precisely as they prove it, and says why a
 * reader should doubt it. Which column wins: os-support §1.2. Never throws; case and white space do not matter.
 */
export function identifyOs(names: OsNames): GuestOs {
  const read: ReadNames = { names, config: readName(names.config), tools: readName(names.tools) }
  const choice = choose(read)
  const { product } = choice.hit
  // A column that is right about the product may say what the winner leaves out.
  const agreeing = [choice.hit, read.tools, read.config].filter((hit) => hit !== null && covers(hit.product, product))
  const exact = agreeing.filter((hit) => hit?.product === product)
  const release = exact.find((hit) => hit?.release)?.release ?? ''
  const edition = exact.find((hit) => hit?.edition)?.edition ?? ''
  return {
    product,
    release,
    edition,
    bits: agreeing.find((hit) => hit?.bits)?.bits ?? 0,
    label: osLabel(product, release, edition),
    evidence: choice.evidence,
    doubt: doubtsOf(read, choice.hit, choice.evidence).join('; '),
  }
}

function choose(read: ReadNames): Choice {
  const { names, config, tools } = read
  const column = chooseColumn(config, tools)
  if (names.detail === '') return column
  const role = (tools && roleOf(tools.product)) ?? (config && roleOf(config.product))
  const detail = readGuestDetail(parseGuestDetail(names.detail), role)
  if (detail === null) return column
  if (detail.product.precision === 'kind' && !saysMore(detail, column.hit)) return column
  // The guest names itself without version (Sophos, FreeBSD): a column that agrees and knows more says more.
  if (
    detail.product.precision === 'product' &&
    detail.product !== column.hit.product &&
    covers(detail.product, column.hit.product)
  ) {
    return column
  }
  return { hit: detail, evidence: 'detail' }
}

/** os-support §1.2, without Guest Detailed Data. */
function chooseColumn(config: RowHit | null, tools: RowHit | null): Choice {
  if (tools === null)
    return config === null ? { hit: NOTHING, evidence: 'none' } : { hit: config, evidence: 'configuration' }
  if (config === null) return { hit: tools, evidence: 'tools' }
  // Two that name no product: the one that says more, and of equals the guest's own.
  if (tools.product.precision === 'kind' && config.product.precision === 'kind') {
    return saysMore(config, tools) ? { hit: config, evidence: 'configuration' } : { hit: tools, evidence: 'tools' }
  }
  // Tools say less about the same: "Other Linux" for Debian 11, "2016 or later" for 2019.
  const toolsSayLess = covers(tools.product, config.product) && tools.product !== config.product
  return toolsSayLess ? { hit: config, evidence: 'configuration' } : { hit: tools, evidence: 'tools' }
}

/** Whether a name that stands for no product tells more than another name. */
const saysMore = (hit: RowHit, than: RowHit): boolean =>
  than.product.precision === 'kind' && narrowness(hit) > narrowness(than)

/** "Other" says nothing, "Other Linux" and "Windows" a family, "Other 4.x Linux" a kernel. */
function narrowness({ product }: RowHit): number {
  if (product.family === 'unknown') return 0
  return product.version === '' ? 1 : 2
}
