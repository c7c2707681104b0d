import { Flag } from '../../inventory/estate.ts'
import { heldByTwoVms } from './held-by-two.ts'
import { flagOf, type PartSignal, textTest, type VmSignal } from './signal.ts'

/** Virtual disks: vDisk, and the datastores their paths name. */
export const DISK_SIGNALS = {
  diskIndependent: {
    of: 'disks',
    fires: 'the disk mode is independent',
    reads: [['vDisk.mode']],
    prepare: ({ estate }) => {
      const isIndependent = textTest(estate, (text) => text.startsWith('independent'))
      return (disk) => flagOf(isIndependent(estate.disks.mode[disk]))
    },
  },
  rdm: {
    of: 'disks',
    fires: 'the disk is a raw device mapping',
    reads: [['vDisk.raw']],
    prepare:
      ({ estate: { disks } }) =>
      (disk) =>
        disks.raw[disk],
  },
  rdmPhysical: {
    of: 'disks',
    fires: 'the disk is a raw device mapping in physical mode',
    reads: [['vDisk.raw'], ['vDisk.rawCompatMode']],
    prepare: ({ estate }) => {
      const isPhysical = textTest(estate, (text) => text.startsWith('physical'))
      const { disks } = estate
      return (disk) => flagOf(disks.raw[disk] === Flag.yes && isPhysical(disks.rawCompatMode[disk]))
    },
  },
  diskShared: {
    of: 'disks',
    fires: 'the disk is multi-writer, lies on a shared bus, or its file belongs to two VMs',
    reads: [['vDisk.sharingMode', 'vDisk.sharedBus', 'vDisk.path']],
    prepare: ({ estate, isCounted }) => {
      const { disks, vms } = estate
      const isMultiWriter = textTest(estate, (text) => text === 'sharingmultiwriter')
      const isSharedBus = textTest(estate, (text) => text === 'virtualsharing' || text === 'physicalsharing')
      // Datastores of two vCenters may share a name.
      const isOfTwo = heldByTwoVms(
        disks,
        estate.texts,
        (disk) => (isCounted(disks.vm[disk]) ? disks.path[disk] : 0),
        (disk) => vms.vcenter[disks.vm[disk]],
      )
      return (disk) =>
        flagOf(isMultiWriter(disks.sharingMode[disk]) || isSharedBus(disks.sharedBus[disk]) || isOfTwo[disk] === 1)
    },
  },
  diskCapacityInvalid: {
    of: 'disks',
    fires: 'the disk has a size of 0 or less',
    reads: [['vDisk.capacityGiB']],
    prepare:
      ({ estate: { disks } }) =>
      (disk) => {
        const capacity = disks.capacityGiB[disk]
        return Number.isNaN(capacity) ? Flag.unknown : flagOf(capacity <= 0)
      },
  },
  diskWithoutDatastore: {
    of: 'disks',
    fires: 'the path names no datastore, or one that is not accessible',
    // vDatastore is not required: without it the path alone is judged.
    reads: [['vDisk.path', 'vDisk.datastore']],
    prepare:
      ({ estate: { disks }, places }) =>
      (disk) =>
        flagOf(disks.datastore[disk] === 0 || places.datastore(disk)?.accessible === false),
  },
  diskNvme: controllerSignal('the controller is NVMe', (controller) => controller.includes('nvme')),
  diskIde: controllerSignal('the controller is IDE', (controller) => /^ide\b/.test(controller)),
  diskSerial: {
    of: 'disks',
    fires: 'disk.EnableUUID is set and the disk hangs on a SCSI controller',
    reads: [['vInfo.enableUuid'], ['vDisk.controller']],
    prepare: ({ estate }) => {
      const isScsi = textTest(estate, (text) => /scsi|lsi|bus ?logic/.test(text))
      const { vms, disks } = estate
      return (disk) => flagOf(vms.enableUuid[disks.vm[disk]] === Flag.yes && isScsi(disks.controller[disk]))
    },
  },
  diskNotWholeGib: {
    of: 'disks',
    fires: 'the size of the disk is no whole number of GiB',
    reads: [['vDisk.capacityGiB']],
    prepare:
      ({ estate: { disks } }) =>
      (disk) => {
        const capacity = disks.capacityGiB[disk]
        return Number.isNaN(capacity) ? Flag.unknown : flagOf(capacity > 0 && !Number.isInteger(capacity))
      },
  },
  diskChainWithoutSnapshot: {
    of: 'disks',
    fires: 'the path ends like a delta disk (-000001.vmdk) and the VM has no snapshot',
    reads: [['vDisk.path'], ['vSnapshot.name', 'vSnapshot.createdAt']],
    prepare: ({ estate }) => {
      // Six digits before the ending are vSphere's name of a delta disk.
      const isDelta = textTest(estate, (text) => /-\d{6}\.vmdk$/.test(text))
      const { disks, snapshots } = estate
      return (disk) => {
        const vm = disks.vm[disk]
        return flagOf(snapshots.start[vm] === snapshots.start[vm + 1] && isDelta(disks.path[disk]))
      }
    },
  },
} satisfies Record<string, PartSignal>

/** What the disks of a VM say together. */
export const DISKS_OF_VM_SIGNALS = {
  datastoresSpanned: {
    of: 'vms',
    fires: 'the disks lie on more than one datastore',
    reads: [['vDisk.path', 'vDisk.datastore']],
    prepare:
      ({ estate: { disks } }) =>
      (vm) => {
        let first = 0
        for (let disk = disks.start[vm]; disk < disks.start[vm + 1]; disk++) {
          const datastore = disks.datastore[disk]
          if (first === 0) first = datastore
          else if (datastore !== 0 && datastore !== first) return Flag.yes
        }
        return Flag.no
      },
  },
} satisfies Record<string, VmSignal>

function controllerSignal(fires: string, isKind: (controller: string) => boolean): PartSignal {
  return {
    of: 'disks',
    fires,
    reads: [['vDisk.controller']],
    prepare: ({ estate }) => {
      const matches = textTest(estate, isKind)
      const { disks } = estate
      return (disk) => (disks.controller[disk] === 0 ? Flag.unknown : flagOf(matches(disks.controller[disk])))
    },
  }
}
