import type { NameRow } from './name-rows.ts'

/** `sco` only as the first word: "Cisco" ends in it. */
export const UNIX_WORDS = /solaris|sunos|bsd|^sco\b|unixware|openserver|\baix\b|hp-?ux/

export const UNIX_NAMES: readonly NameRow[] = [
  { pattern: /solaris 11\.([0-4])/, product: 'solaris-11.$1' },
  { pattern: /solaris ([89])\b/, product: 'solaris-$1', bits: 32 },
  { pattern: /solaris (\d+)/, product: 'solaris-$1', orElse: 'solaris' },
  { pattern: /sunos 5\.11/, product: 'solaris-11' },
  { pattern: /sunos 5\.(\d+)/, product: 'solaris-$1', orElse: 'solaris' },
  { pattern: /solaris|sunos/, product: 'solaris' },
  { pattern: /netbsd (\d+)(?:\.(\d+))?/, product: 'netbsd-$1', orElse: 'netbsd', release: '$1.$2' },
  { pattern: /netbsd/, product: 'netbsd' },
  { pattern: /openbsd(?: (\d+\.\d+))?/, product: 'openbsd', release: '$1' },
  { pattern: /freebsd pre-?11/, product: 'freebsd-pre-11' },
  { pattern: /freebsd (1[2-5]) or later/, product: 'freebsd-$1+' },
  { pattern: /freebsd (\d+)(?:\.(\d+))?/, product: 'freebsd-$1', orElse: 'freebsd', release: '$1.$2' },
  { pattern: /freebsd/, product: 'freebsd' },
  { pattern: /openserver ?(?:server )?(5|6)/, product: 'sco-openserver-$1', bits: 32 },
  { pattern: /unixware/, product: 'sco-unixware-7', bits: 32 },
  { pattern: /^sco\b|openserver/, product: 'sco', bits: 32 },
  { pattern: /\baix\b(?: (\d+(?:\.\d+)?))?/, product: 'aix', release: '$1' },
  { pattern: /hp-?ux(?: (?:b\.)?(\d+(?:\.\d+)?))?/, product: 'hp-ux', release: '$1' },
]

export const OTHER_SYSTEM_WORDS =
  /vmware|vmkernel|esx|photon|\bcrx\b|apple|mac ?os|darwin|os\/2|\bwarp\b|ecomstation|freedos/

export const OTHER_SYSTEM_NAMES: readonly NameRow[] = [
  { pattern: /photon crx/, product: 'photon-crx' },
  { pattern: /\bcrx\b/, product: 'crx-pod' },
  { pattern: /photon\D*(\d+)(?:\.(\d+))?/, product: 'photon-$1.0', orElse: 'photon' },
  { pattern: /photon/, product: 'photon' },
  { pattern: /(?:esxi?|vmkernel) 6\.5 or later/, product: 'esxi-6.5+', bits: 64 },
  { pattern: /(?:esxi?|vmkernel) 8\.0 or later/, product: 'esxi-8.0+', bits: 64 },
  { pattern: /(?:esxi?|vmkernel) 7(?:\.(?:x|\d))?/, product: 'esxi-7.0', bits: 64 },
  { pattern: /(?:esxi?|vmkernel) (4)\b/, product: 'esxi-4.x', bits: 64 },
  { pattern: /(?:esxi?|vmkernel) (\d+\.[\dx])/, product: 'esxi-$1', orElse: 'esxi', bits: 64 },
  { pattern: /(?:esxi?|vmkernel) ([89])\b/, product: 'esxi-$1.0', bits: 64 },
  { pattern: /esxi?|vmkernel/, product: 'esxi', bits: 64 },
  { pattern: /mac ?os(?: x| server)* 10\.(\d+)/, product: 'macos-10.$1', orElse: 'macos' },
  { pattern: /mac ?os(?: x)? (\d+)/, product: 'macos-$1', orElse: 'macos' },
  { pattern: /mac ?os|darwin|^apple/, product: 'macos' },
  { pattern: /ecomstation ?([12])?/, product: 'ecomstation-$1', orElse: 'ecomstation-1', bits: 32 },
  { pattern: /os\/2|\bwarp\b/, product: 'os/2', bits: 32 },
  { pattern: /freedos(?: (\d+\.\d+))?/, product: 'freedos', release: '$1' },
]
