/**
 * Hosts write the name of the predecessor for a guest that the hardware version of a VM does not know yet (os-support
 * §1.5). A row: product as written, first hardware version that has a name for the successor, who it may be.
 */
const ROWS: Readonly<Record<string, readonly [knownFrom: number, mayBe: string]>> = {
  'windows-8.x': [10, 'Windows 10'],
  'windows-server-2012-or-r2': [10, 'Windows Server 2016'],
  'windows-server-2016': [17, 'Windows Server 2019 or later'],
  'windows-server-2019': [18, 'Windows Server 2022 or later'],
  'windows-server-2022': [20, 'Windows Server 2025'],
  'windows-10': [20, 'Windows 11'],
}

/** Whom the name may hide at this hardware version; '' for nobody, or when the version is not known (0). */
export function mayBeSuccessor(productId: string, hardwareVersion: number): string {
  const row = ROWS[productId]
  return row !== undefined && hardwareVersion > 0 && hardwareVersion < row[0] ? row[1] : ''
}

/** Windows by age, servers and clients apart: old Tools report the one before. */
const SERVERS = ['2012-or-r2', '2016', '2019', '2022', '2025'].map((version) => `windows-server-${version}`)
const CLIENTS = ['windows-8.x', 'windows-10', 'windows-11']

export function isPredecessor(reported: string, configured: string): boolean {
  return [SERVERS, CLIENTS].some(
    (line) => line.includes(reported) && line.indexOf(reported) + 1 === line.indexOf(configured),
  )
}
