import type { NameRow } from './name-rows.ts'

export const SUSE_WORDS = /suse|\bsle[sd]?\b|\bsle micro|novell|netware|open enterprise server/

/** openSUSE before SUSE. A service pack stands as `SP4`, or as the minor version in machine-readable fields. */
export const SUSE_NAMES: readonly NameRow[] = [
  { pattern: /opensuse tumbleweed/, product: 'opensuse-tumbleweed' },
  { pattern: /opensuse(?: leap)?(?: linux)? (\d+\.\d+)/, product: 'opensuse-$1', orElse: 'opensuse' },
  { pattern: /opensuse/, product: 'opensuse' },
  {
    pattern: /(?:suse linux enterprise|\bsle|suse linux) micro (\d+\.\d+)/,
    product: 'sle-micro-$1',
    orElse: 'sles',
  },
  { pattern: /suse linux enterprise(?: server)? 8\/9/, product: 'sles-8/9' },
  {
    pattern:
      /(?:suse linux enterprise(?: server| desktop)?(?: for sap applications)?|\bsle[sd]|\bsuse)(?: linux)? (\d+)(?:\.| ?-? ?sp ?)([1-9])/,
    product: 'sles-$1-sp$2',
    orElse: 'sles',
    release: 'SP$2',
  },
  { pattern: /(?:suse linux enterprise|\bsle[sd]|\bsuse)\D* 16\.0/, product: 'sles-16.0' },
  {
    pattern:
      /(?:suse linux enterprise(?: server| desktop)?(?: for sap applications)?|\bsle[sd]|\bsuse)(?: linux)? (\d+)/,
    product: 'sles-$1',
    orElse: 'sles',
  },
  { pattern: /suse linux enterprise|\bsle[sd]\b/, product: 'sles' },
  { pattern: /open enterprise server/, product: 'open-enterprise-server' },
  { pattern: /novell (?:linux )?desktop/, product: 'novell-linux-desktop-9' },
  { pattern: /netware 4/, product: 'netware-4', bits: 32 },
  { pattern: /netware 5/, product: 'netware-5.1', bits: 32 },
  { pattern: /netware 6/, product: 'netware-6.x', bits: 32 },
  { pattern: /netware/, product: 'netware', bits: 32 },
  { pattern: /suse/, product: 'suse-linux' },
]

export const DEBIAN_WORDS = /debian|ubuntu|kali|\bmint\b/

/** Kali and Mint before what they are made of. */
export const DEBIAN_NAMES: readonly NameRow[] = [
  { pattern: /kali(?:\D+(\d{4}\.\d+))?/, product: 'kali', release: '$1' },
  { pattern: /\bmint(?: (\d+(?:\.\d+)?))?/, product: 'linux-mint', release: '$1' },
  {
    pattern: /ubuntu(?: linux)?(?: server)? (\d+\.\d{2})(\.\d+)?/,
    product: 'ubuntu-$1',
    orElse: 'ubuntu',
    release: '$1$2',
  },
  { pattern: /ubuntu/, product: 'ubuntu' },
  {
    pattern: /debian(?: gnu\/linux)?(?: linux)? (\d+)(?:\.(\d+))?/,
    product: 'debian-$1',
    orElse: 'debian',
    release: '$1.$2',
  },
  { pattern: /debian/, product: 'debian' },
]
