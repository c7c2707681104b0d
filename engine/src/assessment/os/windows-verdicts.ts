import { limits, no, on, yes } from './target-verdicts.ts'

/** How Windows fares, line by line: os-support §3.1 and §3.2. */

const FROZEN = 'frozen old virtio drivers; the system is past support'
const NOT_A_GUEST = no('not a guest of Hyper-V any more')
const NOT_MIGRATED = 'Azure Migrate does not list it'

export const SERVER_2025 = on(
  yes(),
  yes('host 2022 or later'),
  yes(`${NOT_MIGRATED}; Azure Local 23H2 or later, with a Windows Server subscription`),
)
export const SERVER_2022 = on(yes(), yes('host 2019 or later'), yes('Azure Local 23H2 or later'))
export const SERVER_2016_2019 = on(yes(), yes(), yes())
export const SERVER_2016_OR_LATER = on(yes(), yes('host 2022 or later, should it be 2025'), yes())
export const SERVER_CHANNEL = on(
  limits('runs like the Server of its build; support has ended or does not name it'),
  limits('runs like the Server of its build; not listed by name'),
)
export const SERVER_2012_R2 = on(limits(FROZEN), yes(), yes())
export const SERVER_2012 = on(limits(FROZEN), yes(), limits(NOT_MIGRATED))
export const SERVER_2008_R2 = on(
  limits(`${FROZEN}; UEFI is doubtful`),
  limits('ended; generation 1'),
  limits('ended; generation 1; needs KB3138612'),
)
export const SERVER_2008 = on(
  limits(`${FROZEN}; BIOS only`),
  limits('ended; generation 1, at most 8 vCPU'),
  limits(`ended; generation 1; ${NOT_MIGRATED}`),
)
export const SERVER_2003 = on(limits('last resort: drivers of about 2010, BIOS only'), NOT_A_GUEST)
export const BEFORE_2003 = on(no('no virtio drivers and no conversion'), NOT_A_GUEST)

export const WINDOWS_11 = on(
  yes('UEFI only'),
  yes('generation 2 only, host 2019 or later'),
  yes(`${NOT_MIGRATED}; Azure Local 23H2 or later`),
)
export const WINDOWS_10 = on(yes(), yes('32-bit: generation 1'), yes(NOT_MIGRATED))
export const WINDOWS_8_1 = on(limits(FROZEN), limits('ended'), limits(`ended; ${NOT_MIGRATED}`))
export const WINDOWS_8 = on(limits(FROZEN), NOT_A_GUEST)
export const WINDOWS_7 = on(
  limits(`${FROZEN}; UEFI is doubtful`),
  limits('ended; generation 1, at most 4 vCPU'),
  limits(`ended; generation 1; ${NOT_MIGRATED}`),
)
export const VISTA = on(limits(`${FROZEN}; BIOS only`), NOT_A_GUEST)
