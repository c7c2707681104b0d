import { listVms, type VmRow } from '@portolan/contract/vms'
import { count } from '@portolan/engine/documents/wording/numbers'
import { RefusedError } from '../failure.ts'
import { printable } from '../terminal/width.ts'
import type { Api } from './api.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const MOST = 1000

/**
 * The id of the VM that somebody means by an id, a name or a MoRef.
 *
 * @throws RefusedError that says what to type instead when none answers to it, or several do
 */
export async function findVmId(api: Api, project: string, wanted: string): Promise<string> {
  if (UUID.test(wanted)) return wanted
  const fields = 'id,name,moref,vcenter,dnsName'
  const isMoref = /^vm-\d+$/i.test(wanted)
  const { rows, total } = await api.call(listVms, {
    params: { project },
    query: { ...(isMoref ? {} : { search: wanted }), limit: MOST, fields },
  })
  const same = (text: string | undefined) => text?.toLowerCase() === wanted.toLowerCase()
  const named = rows.filter((row) => same(row.name) || same(row.moref))
  if (named.length === 1) return named[0].id!
  if (named.length > 1) {
    throw new RefusedError(
      [`${count(named.length)} VMs are called ${printable(wanted)}; say which by its id:`, ...named.map(idLine)].join(
        '\n',
      ),
    )
  }
  if (isMoref && total > rows.length) {
    throw new RefusedError(`${wanted} is not among the first ${count(MOST)} VMs; name the VM instead.`)
  }
  const near = rows.slice(0, 5).map(({ name }) => printable(name ?? ''))
  throw new RefusedError(
    `There is no VM ${printable(wanted)} in ${project}${near.length > 0 ? `; near it: ${near.join(', ')}` : ''}.`,
  )
}

function idLine({ id, name, vcenter, moref }: Partial<VmRow>): string {
  return `  ${id}  ${printable(name ?? '')}  ${printable(vcenter ?? '')} ${moref ?? ''}`.trimEnd()
}
