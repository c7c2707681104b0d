import { z } from 'zod'

/**
 * What a tenant is called wherever it is referred to: made once from the name and org VDC it was detected or made with,
 * and never changed by a rename. `acme`, `acme/acme-vDC-12`; exact case.
 */
export const TenantKey = z.string().min(1).brand<'TenantKey'>()
export type TenantKey = z.infer<typeof TenantKey>
