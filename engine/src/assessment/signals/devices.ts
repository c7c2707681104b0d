import { DriveKind, Flag } from '../../inventory/estate.ts'
import { flagOf, type PartSignal } from './signal.ts'

/** Drives and USB devices: vCD, vFloppy, vUSB. */
export const DEVICE_SIGNALS = {
  mediaConnected: {
    of: 'drives',
    fires: 'a CD or floppy drive is connected',
    reads: [['vCD.connected', 'vFloppy.connected']],
    prepare:
      ({ estate: { drives } }) =>
      (drive) =>
        flagOf(drives.kind[drive] !== DriveKind.usb && drives.connected[drive] === Flag.yes),
  },
  // A row is a device that is passed through, plugged in at the moment or not.
  usbDevice: {
    of: 'drives',
    fires: 'a USB device is listed',
    reads: [['vUSB.connected', 'vUSB.node', 'vUSB.type']],
    prepare:
      ({ estate: { drives } }) =>
      (drive) =>
        flagOf(drives.kind[drive] === DriveKind.usb),
  },
} satisfies Record<string, PartSignal>
