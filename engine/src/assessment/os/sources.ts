/** Where the dates and verdicts of the catalogue were read: the letters of `Lifecycle.source`. State of 2026-11-21. */
export const OS_SOURCES = {
  E: 'endoflife.date, data of 2026-08-22',
  O: 'osinfo-db 2025-06-06',
  D: 'distro-info-data 2026.10.12',
  M: 'Microsoft lifecycle data, January 2023 (Server 2025: May 2026)',
  P: 'another public page of the vendor or the press',
  K: 'general knowledge, not looked up: check before you rely on it',
} as const satisfies Record<string, string>

/** Where the verdicts on the targets were read; notes do not repeat it. */
export const TARGET_SOURCES = {
  kvm: [
    'virt-v2v 2.12 (July 2026) and libguestfs, code and manuals',
    'virtio-win build scripts, September 2025',
    'Forklift validation rules, August 2026, after Red Hat article 1351473',
  ],
  hyper_v: ['Hyper-V guest pages of Microsoft, 2020 to June 2025'],
  azure_local: ['the same guest pages', 'Azure Local migration pages, February 2025'],
} as const
