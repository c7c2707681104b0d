import type { NameRow } from './name-rows.ts'

export const OTHER_LINUX_WORDS =
  /amazon|alpine|flatcar|asianux|miracle|alt linux|\balt (?:server|workstation|education|sp)\b|kylin|anolis|fusionos|pardus|prolinux|gentoo|\barch\b|clear linux|mandrake|mandriva|turbolinux|java desktop/

export const OTHER_LINUX_NAMES: readonly NameRow[] = [
  // vSphere calls both AL2022 and AL2023 "Amazon Linux 3".
  { pattern: /amazon linux (?:3|2022|2023)/, product: 'amazon-linux-2023' },
  { pattern: /amazon linux (?:ami )?(1|2)\b/, product: 'amazon-linux-$1' },
  { pattern: /amazon linux ami|amazon linux 201\d/, product: 'amazon-linux-1' },
  { pattern: /amazon/, product: 'amazon-linux' },
  { pattern: /alpine(?: linux)?(?: v?(\d+\.\d+)(\.\d+)?)?/, product: 'alpine-$1', orElse: 'alpine', release: '$1$2' },
  { pattern: /flatcar\D*(\d+[\d.]*)?/, product: 'flatcar', release: '$1' },
  { pattern: /miracle linux (8|9)(?:\.(\d+))?/, product: 'miracle-linux-$1', release: '$1.$2' },
  { pattern: /miracle/, product: 'miracle-linux' },
  { pattern: /asianux(?: server)? (\d+)/, product: 'asianux-$1', orElse: 'asianux' },
  { pattern: /asianux/, product: 'asianux' },
  {
    pattern: /\balt (?:linux|server|workstation|education|sp)\b(?:\D*(\d+(?:\.\d+)?))?/,
    product: 'alt-linux',
    release: '$1',
  },
  { pattern: /kylin/, product: 'kylin' },
  { pattern: /anolis(?:\D*(\d+(?:\.\d+)?))?/, product: 'anolis', release: '$1' },
  { pattern: /fusionos/, product: 'fusionos' },
  { pattern: /pardus/, product: 'pardus' },
  { pattern: /prolinux/, product: 'prolinux' },
  { pattern: /gentoo/, product: 'gentoo' },
  { pattern: /\barch\b/, product: 'arch' },
  { pattern: /clear linux/, product: 'clear-linux' },
  { pattern: /mandrake|mandriva/, product: 'mandriva' },
  { pattern: /turbolinux/, product: 'turbolinux' },
  { pattern: /java desktop/, product: 'sun-java-desktop' },
]

/** Asked last: a kernel line, or nothing. "Other 3.x or later Linux" is any kernel from 3 on. */
export const GENERIC_NAMES: readonly NameRow[] = [
  { pattern: /^other (?:linux )?([3-7]\.x) or later/, product: 'other-linux-$1+', orElse: 'other-linux' },
  {
    pattern: /^other (?:linux )?(2\.[246]|[3-7])\.?x(?: kernel)?(?: linux|$|\b)/,
    product: 'other-linux-$1.x',
    orElse: 'other-linux',
  },
  { pattern: /^other linux 2\.([246])x? ?(?:x )?kernel/, product: 'other-linux-2.$1.x', orElse: 'other-linux' },
  { pattern: /^other\b.*linux/, product: 'other-linux' },
  { pattern: /^other$/, product: 'other' },
  { pattern: /^linux(?: |-)(2\.[246])(?=\.)/, product: 'other-linux-$1.x', orElse: 'other-linux' },
  { pattern: /^linux(?: |-)([3-7])\.\d/, product: 'other-linux-$1.x', orElse: 'other-linux' },
  { pattern: /^linux\b/, product: 'other-linux' },
]
