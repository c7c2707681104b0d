import type { VmDetail } from '@portolan/contract/vms'
import { type Estate, Flag } from '@portolan/engine/inventory/estate'

/** Disks, adapters, guest file systems and snapshots of a VM (index of the estate). */
export function partsOf(estate: Estate, vm: number): Pick<VmDetail, 'disks' | 'nics' | 'partitions' | 'snapshots'> {
  const { disks, nics, partitions, snapshots, texts } = estate
  return {
    disks: rows(disks, vm).map((i) => ({
      label: texts[disks.label[i]],
      capacityGiB: known(disks.capacityGiB[i]),
      thin: yesNo(disks.thin[i]),
      datastore: texts[disks.datastore[i]],
      controller: texts[disks.controller[i]],
      mode: texts[disks.mode[i]],
      path: texts[disks.path[i]],
    })),
    nics: rows(nics, vm).map((i) => ({
      label: texts[nics.label[i]],
      adapter: texts[nics.adapter[i]],
      network: texts[nics.network[i]],
      connected: yesNo(nics.connected[i]),
      mac: texts[nics.mac[i]],
      ipv4: texts[nics.ipv4[i]],
      ipv6: texts[nics.ipv6[i]],
    })),
    partitions: rows(partitions, vm).map((i) => {
      const capacity = partitions.capacityGiB[i]
      const free = partitions.freeGiB[i]
      const used = Number.isNaN(partitions.consumedGiB[i]) ? capacity - free : partitions.consumedGiB[i]
      return {
        name: texts[partitions.name[i]],
        capacityGiB: known(capacity),
        usedGiB: known(used),
        usedPct: capacity > 0 ? known((used / capacity) * 100) : null,
      }
    }),
    snapshots: rows(snapshots, vm).map((i) => ({
      name: texts[snapshots.name[i]],
      description: texts[snapshots.description[i]],
      createdAt: Number.isNaN(snapshots.createdAt[i]) ? null : new Date(snapshots.createdAt[i]).toISOString(),
      sizeGiB: known(snapshots.sizeGiB[i]),
    })),
  }
}

function rows({ start }: { readonly start: Uint32Array }, vm: number): number[] {
  return Array.from({ length: start[vm + 1] - start[vm] }, (_, i) => start[vm] + i)
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)
const yesNo = (flag: number): boolean | null => (flag === Flag.unknown ? null : flag === Flag.yes)
