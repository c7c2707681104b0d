import { z } from 'zod'

/** A VM as every file names it: the UUID of its vCenter and its MoRef there, or its instance UUID where there is none. */
export const VmReference = z
  .strictObject({
    vcenter: z.string().toLowerCase().default(''),
    moref: z.string().default(''),
    instanceUuid: z.string().toLowerCase().default(''),
  })
  .refine((vm) => vm.moref !== '' || vm.instanceUuid !== '', 'names neither a moref nor an instanceUuid')
export type VmReference = z.infer<typeof VmReference>
