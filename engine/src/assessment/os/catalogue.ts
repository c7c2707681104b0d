import { APPLIANCES } from './appliances.ts'
import { CLOUD_LINUX } from './cloud-linux.ts'
import { DEBIAN } from './debian.ts'
import type { OsProduct } from './guest-os.ts'
import { OTHER_LINUX } from './other-linux.ts'
import { OTHER_SYSTEMS } from './other-systems.ts'
import { RED_HAT } from './red-hat.ts'
import { RED_HAT_REBUILDS } from './red-hat-rebuilds.ts'
import { OPENSUSE, SUSE } from './suse.ts'
import { UBUNTU } from './ubuntu.ts'
import { UNIDENTIFIED } from './unidentified.ts'
import { UNIX } from './unix.ts'
import { WINDOWS_CLIENT } from './windows-client.ts'
import { WINDOWS_CLIENT_BUILDS } from './windows-client-builds.ts'
import { WINDOWS_SERVER } from './windows-server.ts'
import { WINDOWS_SERVER_SIBLINGS } from './windows-server-siblings.ts'

/** Every product that can be told apart, by vendor and then by age: the order of the methodology document. */
export const OS_CATALOGUE: readonly OsProduct[] = [
  ...WINDOWS_SERVER,
  ...WINDOWS_SERVER_SIBLINGS,
  ...WINDOWS_CLIENT,
  ...WINDOWS_CLIENT_BUILDS,
  ...RED_HAT,
  ...RED_HAT_REBUILDS,
  ...SUSE,
  ...OPENSUSE,
  ...DEBIAN,
  ...UBUNTU,
  ...CLOUD_LINUX,
  ...OTHER_LINUX,
  ...UNIX,
  ...OTHER_SYSTEMS,
  ...APPLIANCES,
  ...UNIDENTIFIED,
]

const byId: ReadonlyMap<string, OsProduct> = new Map(OS_CATALOGUE.map((product) => [product.id, product]))

/** The product of an id; undefined for an id that the catalogue does not have. */
export const findProduct = (id: string): OsProduct | undefined => byId.get(id)
