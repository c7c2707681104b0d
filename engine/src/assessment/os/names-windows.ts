import type { NameRow } from './name-rows.ts'

/** `windows` as a word: "Darwin" ends in "win". */
export const WINDOWS_WORDS = /\bwindows\b|\bms-dos\b|small business server|hyper-v server/

/** Ranges before what they begin with, R2 before plain, siblings before the Server that they contain. */
export const WINDOWS_NAMES: readonly NameRow[] = [
  { pattern: /small business server 2003/, product: 'windows-sbs-2003', bits: 32 },
  { pattern: /small business server (2008|2011)/, product: 'windows-sbs-$1' },
  { pattern: /essential business server/, product: 'windows-ebs-2008' },
  { pattern: /home server/, product: 'windows-home-server-2011' },
  { pattern: /multipoint server/, product: 'windows-multipoint-server-2012' },
  { pattern: /storage server (2012 r2|2012|2016)/, product: 'windows-storage-server-$1' },
  { pattern: /hyper-v server (2012 r2|2012|2016|2019)/, product: 'hyper-v-server-$1' },
  { pattern: /posready (2009|7)/, product: 'windows-posready-$1' },
  { pattern: /embedded 8\.1|8\.1 industry/, product: 'windows-embedded-8.1-industry' },
  { pattern: /embedded (?:standard )?7/, product: 'windows-embedded-standard-7' },
  { pattern: /embedded (?:standard )?2009/, product: 'windows-embedded-2009' },
  { pattern: /thin pc/, product: 'windows-thin-pc' },
  { pattern: /server 2016 or later/, product: 'windows-server-2016+' },
  { pattern: /server threshold/, product: 'windows-server-2016' },
  { pattern: /windows 8 server|server 2012 or/, product: 'windows-server-2012-or-r2' },
  { pattern: /server 2003 r2/, product: 'windows-server-2003', release: 'R2' },
  { pattern: /server (2008|2012) r2/, product: 'windows-server-$1-r2' },
  { pattern: /server 2012/, product: 'windows-server-2012-or-r2' },
  { pattern: /server 2021/, product: 'windows-server-2022' },
  { pattern: /server (2000|2003|2008|2016|2019|2022|2025)/, product: 'windows-server-$1' },
  { pattern: /server,?(?: version)? (1709|1803|1809|1903|1909|2004|20h2|23h2)/, product: 'windows-server-$1' },
  { pattern: /windows 2000 professional/, product: 'windows-2000-professional', bits: 32 },
  { pattern: /windows 2000/, product: 'windows-server-2000', bits: 32 },
  { pattern: /windows nt/, product: 'windows-nt-4', bits: 32 },
  { pattern: /windows server/, product: 'windows-server' },
  { pattern: /windows xp/, product: 'windows-xp' },
  { pattern: /windows vista/, product: 'windows-vista' },
  { pattern: /windows (95|98|me|3\.1)\b/, product: 'windows-$1', bits: 32 },
  { pattern: /windows 8\.1/, product: 'windows-8.1' },
  { pattern: /windows 8/, product: 'windows-8.x' },
  { pattern: /windows 7/, product: 'windows-7' },
  { pattern: /windows (10|11)\b/, product: 'windows-$1' },
  { pattern: /ms-dos/, product: 'ms-dos', bits: 32 },
  { pattern: /windows/, product: 'windows' },
]

/** As people write them; the first hit wins. */
export const WINDOWS_EDITIONS: readonly (readonly [pattern: RegExp, edition: string])[] = [
  [/\biot\b.*\blts[bc]\b/, 'IoT Enterprise LTSC'],
  [/\blts[bc]\b/, 'Enterprise LTSC'],
  [/\bdatacenter\b/, 'Datacenter'],
  [/\benterprise\b/, 'Enterprise'],
  [/\beducation\b/, 'Education'],
  [/\bstandard\b/, 'Standard'],
  [/\bessentials\b/, 'Essentials'],
  [/\bfoundation\b/, 'Foundation'],
  [/\bweb\b/, 'Web'],
  [/\bultimate\b/, 'Ultimate'],
  [/\bpro\b|\bprofessional\b/, 'Pro'],
  [/\bhome\b/, 'Home'],
]
