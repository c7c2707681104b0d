import type { Target, TargetVerdict } from './guest-os.ts'

export type TargetVerdicts = Readonly<Record<Target, TargetVerdict>>

export const yes = (note = ''): TargetVerdict => ({ support: 'yes', note })
export const limits = (note: string): TargetVerdict => ({ support: 'limits', note })
export const no = (note: string): TargetVerdict => ({ support: 'no', note })
export const unsure = (note: string): TargetVerdict => ({ support: 'unknown', note })

export const on = (kvm: TargetVerdict, hyperV: TargetVerdict, azureLocal: TargetVerdict = hyperV): TargetVerdicts => ({
  kvm,
  hyper_v: hyperV,
  azure_local: azureLocal,
})

/** Not in the lists that were read, which is not the same as refused. */
export const NOT_READ = unsure('not in the guest lists of Microsoft that were read')
export const NEWER_THAN_LIST = limits('newer than the guest list that was read: look it up')
export const COMMUNITY = limits('not in the guest list; the driver is in its kernel, support is by the community')
export const NO_CONVERSION = 'virt-v2v does not convert it'
export const BY_HAND = limits(`drivers are in its kernel, but ${NO_CONVERSION}: prepare it by hand`)
export const REDEPLOY = limits(`${NO_CONVERSION}: deploy the image that its vendor publishes, or prepare it by hand`)
export const NOTHING_RUNS = on(no('neither drivers nor a conversion exist'), no('not a guest of Hyper-V'))
/** Nobody named the system, so nobody can say. */
export const ASK = on(
  unsure('the export does not name the system: ask who runs it'),
  unsure('the export does not name the system: ask who runs it'),
)
/** A product whose name proves no version, where versions differ. */
export const DEPENDS_ON_VERSION = on(unsure('depends on the version'), unsure('depends on the version'))
