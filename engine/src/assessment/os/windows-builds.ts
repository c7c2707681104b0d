/** Which releases share a build: client and server are the same kernel, so only the name tells them apart. */
export interface WindowsBuild {
  /** Product ids; '' where there is none. */
  readonly client: string
  readonly server: string
}

const ROWS: readonly (readonly [build: number, client: string, server: string])[] = [
  [1381, 'windows-nt-4', 'windows-nt-4'],
  [2195, 'windows-2000-professional', 'windows-server-2000'],
  [2600, 'windows-xp', ''],
  [3790, 'windows-xp', 'windows-server-2003'],
  [6001, 'windows-vista', 'windows-server-2008'],
  [6002, 'windows-vista', 'windows-server-2008'],
  [6003, '', 'windows-server-2008'],
  [7600, 'windows-7', 'windows-server-2008-r2'],
  [7601, 'windows-7', 'windows-server-2008-r2'],
  [9200, 'windows-8', 'windows-server-2012'],
  [9600, 'windows-8.1', 'windows-server-2012-r2'],
  [10240, 'windows-10-1507', ''],
  [10586, 'windows-10-1511', ''],
  [14393, 'windows-10-1607', 'windows-server-2016'],
  [15063, 'windows-10-1703', ''],
  [16299, 'windows-10-1709', 'windows-server-1709'],
  [17134, 'windows-10-1803', 'windows-server-1803'],
  [17763, 'windows-10-1809', 'windows-server-2019'],
  [18362, 'windows-10-1903', 'windows-server-1903'],
  [18363, 'windows-10-1909', 'windows-server-1909'],
  [19041, 'windows-10-2004', 'windows-server-2004'],
  [19042, 'windows-10-20h2', 'windows-server-20h2'],
  [19043, 'windows-10-21h1', ''],
  [19044, 'windows-10-21h2', ''],
  [19045, 'windows-10-22h2', ''],
  [20348, '', 'windows-server-2022'],
  [22000, 'windows-11-21h2', ''],
  [22621, 'windows-11-22h2', ''],
  [22631, 'windows-11-23h2', ''],
  [25398, '', 'windows-server-23h2'],
  [26100, 'windows-11-24h2', 'windows-server-2025'],
  [26200, 'windows-11-25h2', ''],
  [28000, 'windows-11-26h1', ''],
]

/** os-support §1.5. */
export const WINDOWS_BUILDS: ReadonlyMap<number, WindowsBuild> = new Map(
  ROWS.map(([build, client, server]) => [build, { client, server }]),
)

/** A client from this build on is Windows 11, whatever its name says. */
export const FIRST_BUILD_OF_11 = 22000
