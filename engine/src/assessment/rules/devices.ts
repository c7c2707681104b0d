import { type RiskRule, signal } from './rule.ts'

/** What is plugged into a VM and does not travel with it. */
export const DEVICE_RULES: readonly RiskRule[] = [
  {
    id: 'usb-device',
    category: 'devices',
    severity: 'warning',
    title: 'USB device',
    meaning: 'A device of a host is passed to the VM: often a licence dongle. It does not move.',
    remedy: 'Replace it by a network licence or a USB-over-network server before the move.',
    when: signal('usbDevice'),
    source: 'Forklift vmware.usb_controller.detected',
  },
  {
    id: 'media-connected',
    category: 'devices',
    severity: 'warning',
    title: 'CD or floppy connected',
    meaning: 'A connected image or drive ties the VM to a host or a datastore and stops some movers.',
    remedy: 'Disconnect it; copy what is needed from it first.',
    when: signal('mediaConnected'),
    source: 'avs-rvtools-analyzer, connected CD-ROM',
  },
  {
    id: 'passthrough-signs',
    category: 'devices',
    severity: 'warning',
    title: 'Signs of a pass-through device',
    meaning:
      'Hot plug of pass-through devices is on, or all memory is locked as such devices and virtual GPUs demand. An export lists no PCI devices, so it cannot prove one; a device would have to be removed before the move.',
    remedy: 'Look at the hardware of the VM in vCenter; plan a host with the same device for it, or do without.',
    when: signal('passthroughSigns'),
    source: 'Forklift vmware.passthrough_device.detected, by its traces',
  },
]
