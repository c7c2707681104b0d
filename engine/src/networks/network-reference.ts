import { z } from 'zod'

/**
 * How files and people name a source network: by its vCenter and its name in exact case. Two vCenters may each have a
 * `VM Network`; the literal `none` is no network.
 */
export const NetworkReference = z.strictObject({
  /** UUID of the vCenter, where the export tells none its server; '' where it tells neither. */
  vcenter: z.string().trim().toLowerCase().max(255).default(''),
  name: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .refine((name) => name.toLowerCase() !== 'none', '"none" is how an export writes that there is no network'),
})
export type NetworkReference = z.infer<typeof NetworkReference>
