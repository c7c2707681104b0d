import type { StorageSubject } from './storage-mapping-decision.ts'

/** Two decisions on the same datastores have the same key. */
export function storageKeyOf(subject: StorageSubject): string {
  return subject.kind === 'datastore'
    ? JSON.stringify([subject.kind, subject.vcenter, subject.name])
    : JSON.stringify([subject.kind, subject.vcenter, subject.pattern.toLowerCase()])
}
