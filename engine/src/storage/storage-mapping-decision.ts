import { z } from 'zod'

/** One datastore, or all whose whole name fits a pattern (`*` and `%` stand for any run of characters, in any case). */
export const StorageSubject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('datastore'),
    /** UUID of the vCenter, where the export tells none its server; '' where it tells neither. */
    vcenter: z.string().trim().toLowerCase().max(255).default(''),
    name: z.string().min(1).max(255),
  }),
  z.strictObject({
    kind: z.literal('pattern'),
    /** null: in every vCenter. */
    vcenter: z.string().trim().toLowerCase().max(255).nullable().default(null),
    pattern: z.string().trim().min(1).max(255),
  }),
])
export type StorageSubject = z.infer<typeof StorageSubject>

/**
 * Which volume type disks of a datastore become. It lies over what media and name of the datastore suggest: a decision
 * on the datastore itself comes before one on a pattern, and of patterns the one with most letters of its own.
 */
export const StorageMappingDecision = z.strictObject({
  subject: StorageSubject,
  /** null: nothing on it becomes a volume; absent: as seeded. */
  volumeType: z.string().trim().max(255).nullable().optional(),
  /** Somebody looked at the volume type and agreed. */
  confirmed: z.boolean().optional(),
  notes: z.string().max(10_000).optional(),
})
export type StorageMappingDecision = z.infer<typeof StorageMappingDecision>
