import { normalName } from './normal-name.ts'

/**
 * Some tools pass the guest id (`windows9Server64Guest`) where RVTools writes the name. An id is translated into the name
 * that vSphere gives it, so that there is one table of names.
 */
const ID = /^[a-z0-9_-]{3,40}guest(?:64)?$/i

export const isGuestId = (text: string): boolean => ID.test(text.trim())

/** Ids whose words mislead (os-support §1.3), then those that follow a rule. Tested in lower case without `guest`. */
const ROWS: readonly (readonly [id: RegExp, name: string])[] = [
  [/^windows2022srvnext/, 'windows server 2025'],
  [/^windows2019srvnext/, 'windows server 2022'],
  [/^windows2019srv/, 'windows server 2019'],
  [/^windows9server/, 'windows server 2016'],
  [/^windows8server/, 'windows server 2012'],
  [/^windows7server/, 'windows server 2008 r2'],
  [/^winlonghorn/, 'windows server 2008'],
  [/^winnet(?:web)/, 'windows server 2003 web'],
  [/^winnet(?:datacenter)/, 'windows server 2003 datacenter'],
  [/^winnet(?:standard)/, 'windows server 2003 standard'],
  [/^winnetbusiness/, 'small business server 2003'],
  [/^winnet/, 'windows server 2003'],
  [/^win2000pro/, 'windows 2000 professional'],
  [/^win2000/, 'windows 2000'],
  [/^windows12/, 'windows'],
  [/^windows(11)/, 'windows $1'],
  [/^windows9/, 'windows 10'],
  [/^windows8/, 'windows 8.x'],
  [/^windows7/, 'windows 7'],
  [/^winvista/, 'windows vista'],
  [/^winxp/, 'windows xp'],
  [/^winnt/, 'windows nt'],
  [/^win(31|95|98|me)/, 'windows $1'],
  [/^dos/, 'ms-dos'],
  [/^asianux8/, 'miracle linux 8'],
  [/^asianux(\d)/, 'asianux $1'],
  [/^vmkernel65/, 'vmware esxi 6.x'],
  [/^vmkernel6/, 'vmware esxi 6.0'],
  [/^vmkernel5/, 'vmware esxi 5.x'],
  [/^vmkernel8/, 'vmware esxi 8.0 or later'],
  [/^vmkernel(\d)/, 'vmware esxi $1'],
  [/^vmkernel/, 'vmware esx 4.x'],
  [/^rhel2/, 'red hat enterprise linux 2.1'],
  [/^rhel(\d+)/, 'red hat enterprise linux $1'],
  [/^redhat/, 'red hat linux'],
  [/^centos([6-9])/, 'centos $1'],
  [/^centos/, 'centos 4/5'],
  [/^oraclelinux(\d+)/, 'oracle linux $1'],
  [/^oraclelinux/, 'oracle linux 4/5'],
  [/^rockylinux/, 'rocky linux'],
  [/^almalinux/, 'almalinux'],
  [/^sles(1\d)/, 'suse linux enterprise $1'],
  [/^sles/, 'suse linux enterprise 8/9'],
  [/^opensuse/, 'opensuse'],
  [/^suse/, 'suse linux'],
  [/^nld9/, 'novell linux desktop 9'],
  [/^oes/, 'open enterprise server'],
  [/^debian(\d+)/, 'debian $1'],
  [/^ubuntu/, 'ubuntu linux'],
  [/^fedora/, 'fedora'],
  [/^amazonlinux(\d)/, 'amazon linux $1'],
  [/^coreos/, 'coreos linux'],
  [/^flatcar/, 'flatcar'],
  [/^vmwarephoton/, 'vmware photon os'],
  [/^crxpod/, 'vmware crx pod 1'],
  [/^crxsys/, 'vmware photon crx'],
  [/^mandr/, 'mandriva'],
  [/^turbolinux/, 'turbolinux'],
  [/^sjds/, 'sun java desktop'],
  [/^(miracle|pardus|prolinux|kylin|fusionos)/, '$1'],
  [/^solaris(\d+)/, 'solaris $1'],
  [/^freebsd(1[45])/, 'freebsd $1 or later versions'],
  [/^freebsd(1[1-3])/, 'freebsd $1'],
  [/^freebsd/, 'freebsd pre-11 versions'],
  [/^openserver(\d)/, 'sco openserver $1'],
  [/^unixware/, 'sco unixware 7'],
  [/^darwin(\d+)/, ''],
  [/^darwin/, 'apple mac os x'],
  [/^os2/, 'os/2'],
  [/^ecomstation2/, 'ecomstation 2'],
  [/^ecomstation/, 'ecomstation 1'],
  [/^netware(\d)/, 'netware $1'],
  [/^other24x/, 'other 2.4.x linux'],
  [/^other26x/, 'other 2.6.x linux'],
  [/^other([3-7])xlinux/, 'other $1.x linux'],
  [/^otherlinux/, 'other linux'],
  [/^other/, 'other'],
]
/** Darwin counts on: 10 is Mac OS X 10.6, 19 is macOS 10.15, 20 is macOS 11. */
const DARWIN_OF_MACOS_11 = 20

/** The name of an id in the form that patterns expect; the id itself where it follows no rule. */
export function nameOfGuestId(text: string): string {
  const whole = normalName(text).replace(/guest(64)?$/, '$1')
  const id = whole.replace(/_?64$/, '')
  const bits = whole === id ? '' : ' (64-bit)'
  for (const [pattern, name] of ROWS) {
    const match = pattern.exec(id)
    if (match === null) continue
    const full = name === '' ? macName(Number(match[1])) : name.replace('$1', match[1] ?? '')
    return `${full.replace('windows 31', 'windows 3.1')}${bits}`
  }
  return id
}

function macName(darwin: number): string {
  return darwin < DARWIN_OF_MACOS_11 ? `apple mac os x 10.${darwin - 4}` : `apple macos ${darwin - 9}`
}
