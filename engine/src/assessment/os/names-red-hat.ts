import type { NameRow } from './name-rows.ts'

export const RED_HAT_WORDS =
  /red ?hat|\brhel|\brhcos|fedora|coreos|centos|oracle|rocky|alma|scientific|eurolinux|circle linux/

/** Red Hat and its rebuilds. The order keeps CoreOS and Fedora from being read as RHEL, and Stream from CentOS. */
export const RED_HAT_NAMES: readonly NameRow[] = [
  {
    pattern: /(?:red hat enterprise linux coreos|\brhcos)(?: (\d+\.\d+[\d.-]*))?/,
    product: 'rhcos',
    release: '$1',
  },
  { pattern: /fedora coreos(?: (\d+))?/, product: 'fedora-coreos', release: '$1' },
  { pattern: /fedora(?: linux| core)?(?: release)? (\d+)/, product: 'fedora-$1', orElse: 'fedora' },
  { pattern: /fedora/, product: 'fedora' },
  { pattern: /coreos/, product: 'coreos' },
  { pattern: /centos stream(?: release)? (\d+)/, product: 'centos-stream-$1', orElse: 'centos-stream' },
  { pattern: /centos stream/, product: 'centos-stream' },
  { pattern: /centos 4\/5 or later/, product: 'centos-4+' },
  { pattern: /centos (4\/5(?:\/6(?:\/7)?)?)/, product: 'centos-$1' },
  // There is no CentOS Linux above 8: what carries such a number is Stream.
  { pattern: /centos(?: linux)?(?: release)? (9|10)\b/, product: 'centos-stream-$1' },
  {
    pattern: /centos(?: linux)?(?: release)? (\d+)(?:\.(\d+))?/,
    product: 'centos-$1',
    orElse: 'centos',
    release: '$1.$2',
  },
  { pattern: /centos/, product: 'centos' },
  {
    pattern: /(?:red hat enterprise linux|\brhel)(?: (?:as|es|ws))?(?: release)? ?2\.1/,
    product: 'rhel-2.1',
    bits: 32,
  },
  {
    pattern:
      /(?:red hat enterprise linux|\brhel)(?: (?:server|workstation|client|desktop|as|es|ws))?(?: release)? ?(\d+)(?:\.(\d+))?/,
    product: 'rhel-$1',
    orElse: 'rhel',
    release: '$1.$2',
  },
  { pattern: /red hat enterprise linux|\brhel/, product: 'rhel' },
  { pattern: /red ?hat linux/, product: 'red-hat-linux', bits: 32 },
  { pattern: /red ?hat/, product: 'rhel' },
  { pattern: /oracle linux 4\/5 or later/, product: 'oracle-linux-4+' },
  { pattern: /oracle linux (4\/5(?:\/6(?:\/7)?)?)/, product: 'oracle-linux-$1' },
  {
    pattern: /oracle linux(?: server)?(?: release)? (\d+)(?:\.(\d+))?/,
    product: 'oracle-linux-$1',
    orElse: 'oracle-linux',
    release: '$1.$2',
  },
  { pattern: /oracle (?:enterprise )?linux/, product: 'oracle-linux' },
  {
    pattern: /rocky(?: linux)?(?: release)? (\d+)(?:\.(\d+))?/,
    product: 'rocky-$1',
    orElse: 'rocky',
    release: '$1.$2',
  },
  { pattern: /rocky/, product: 'rocky' },
  {
    pattern: /alma ?linux(?: release)? (\d+)(?:\.(\d+))?/,
    product: 'alma-$1',
    orElse: 'alma',
    release: '$1.$2',
  },
  { pattern: /alma ?linux/, product: 'alma' },
  {
    pattern: /scientific linux(?: release)? (\d+)(?:\.(\d+))?/,
    product: 'scientific-linux-$1',
    orElse: 'scientific-linux',
    release: '$1.$2',
  },
  { pattern: /scientific/, product: 'scientific-linux' },
  { pattern: /eurolinux/, product: 'eurolinux' },
  { pattern: /circle linux(?: (\d+\.\d+))?/, product: 'circle-linux', release: '$1' },
]
