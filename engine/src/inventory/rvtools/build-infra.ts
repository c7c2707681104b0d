import type { Cluster, Datastore, Host, HostNic, PortGroup, ResourcePool, Switch, Vmkernel } from '../estate.ts'
import type { Harvest } from './drafts.ts'
import { distinctRows } from './plain-rows.ts'

export interface Infrastructure {
  readonly hosts: readonly Host[]
  readonly clusters: readonly Cluster[]
  readonly datastores: readonly Datastore[]
  readonly portGroups: readonly PortGroup[]
  readonly vmkernels: readonly Vmkernel[]
  readonly hostNics: readonly HostNic[]
  readonly resourcePools: readonly ResourcePool[]
  readonly switches: readonly Switch[]
}

/** Hosts, clusters, datastores and networks as their sheets list them. */
export function buildInfrastructure(harvest: Harvest): Infrastructure {
  const { drafts } = harvest
  return {
    hosts: distinctRows(harvest, drafts.vHost, ['name', 'datacenter']).map(({ coresPerSocket, ...host }) => ({
      ...placed(host),
      cores: Number.isNaN(host.cores) ? host.sockets * coresPerSocket : host.cores,
      listed: true,
    })),
    clusters: distinctRows(harvest, drafts.vCluster, ['name', 'datacenter']).map((row) => ({
      ...placed(row),
      listed: true,
    })),
    datastores: distinctRows(harvest, drafts.vDatastore, ['name', 'address']).map((row) => ({
      ...placed(row),
      listed: true,
    })),
    portGroups: [
      ...distinctRows(harvest, drafts.vPort, ['name', 'switch', 'host']).map((row) => ({
        ...placed(row),
        distributed: false,
        binding: '',
      })),
      // RVTools writes the slash of a name as %2f here, and as a slash on the adapters.
      ...distinctRows(harvest, drafts.dvPort, ['name', 'switch']).map((row) => ({
        ...placed(row),
        name: unescaped(row.name),
        distributed: true,
        host: '',
      })),
    ],
    vmkernels: distinctRows(harvest, drafts.vSC_VMK, ['name', 'host', 'ip']).map((row) => ({
      ...placed(row),
      objectId: '',
    })),
    hostNics: distinctRows(harvest, drafts.vNIC, ['name', 'host']).map((row) => ({ ...placed(row), objectId: '' })),
    resourcePools: distinctRows(harvest, drafts.vRP, ['name', 'path']).map((row) => ({
      ...placed(row),
      ...poolPath(row),
    })),
    switches: [
      ...distinctRows(harvest, drafts.vSwitch, ['name', 'host']).map((row) => ({
        ...placed(row),
        distributed: false,
        version: '',
      })),
      ...distinctRows(harvest, drafts.dvSwitch, ['name', 'datacenter']).map(({ datacenter: _, ...row }) => ({
        ...placed(row),
        distributed: true,
        host: '',
      })),
    ],
  }
}

/** Without the columns that only told the vCenter. */
function placed<R extends { sdkServer: string; sdkUuid: string }>(row: R): Omit<R, 'sdkServer' | 'sdkUuid'> {
  const { sdkServer: _server, sdkUuid: _uuid, ...rest } = row
  return rest
}

/** 3.x writes the path into the column that names the pool in 4.x. */
function poolPath({ name, path }: { name: string; path: string }): { name: string; path: string } {
  if (path !== '' || !name.startsWith('/')) return { name, path }
  return { name: name.slice(name.lastIndexOf('/') + 1), path: name }
}

function unescaped(name: string): string {
  return name.replace(/%2f/gi, '/').replace(/%5c/gi, '\\').replace(/%25/g, '%')
}
