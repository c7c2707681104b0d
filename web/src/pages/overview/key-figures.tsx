import type { Stats } from '@portolan/contract/inventory'
import { count, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { Figure, Figures } from '../../ui/figure.tsx'

/** The estate in numbers; what the export does not tell is a dash, never a made-up zero. */
export function KeyFigures({ stats, usedGiB }: { stats: Stats; usedGiB: number | null }) {
  const { counts } = stats
  const number = (key: string) => {
    const value = counts[key]
    return value === null || value === undefined ? UNKNOWN : count(value)
  }
  const size = (gib: number | null | undefined) =>
    gib === null || gib === undefined ? UNKNOWN : <span title={`${gib} GiB`}>{sizeOf(gib)}</span>
  return (
    <Figures label="The estate">
      <Figure label="VMs" value={number('vms')} note={templatesText(counts.templates)} />
      <Figure label="Powered on" value={number('poweredOn')} />
      <Figure label="vCPUs" value={number('vcpus')} />
      <Figure
        label="Memory"
        value={size(counts.memoryGiB)}
        help={{ note: 'Memory given to the VMs, templates left out.' }}
      />
      <Figure
        label="Data to move"
        value={size(usedGiB)}
        help={{
          formula: 'partitions → vInfo In Use → 0.6 × thin + 1.0 × thick',
          note: 'The best estimate of each VM, summed; what lies on the datastores besides is not moved.',
        }}
        note={counts.provisionedGiB ? `of ${sizeOf(counts.provisionedGiB)} provisioned` : undefined}
      />
      <Figure label="Tenants" value={number('tenants')} />
      <Figure
        label="Hosts"
        value={number('hosts')}
        note={counts.clusters ? `in ${count(counts.clusters)} clusters` : undefined}
      />
      <Figure label="Networks" value={number('networks')} />
    </Figures>
  )
}

const templatesText = (templates: number | null | undefined): string | undefined =>
  templates ? `and ${count(templates)} templates` : undefined
