import { z } from 'zod'
import { LENT_ROLES, ROLES } from './permissions.ts'

/** Lengths of a password; what it is made of is left to its owner (OWASP ASVS 2.1). */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const

/** An e-mail address, lower-case: two spellings of one address are one person. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('an e-mail address, as ada@example.org'))
export const PersonName = z.string().trim().min(1).max(200)

/** A password somebody chooses. That it is none of the common ones is checked where it is set. */
export const NewPassword = z
  .string()
  .min(PASSWORD_LENGTH.least, `at least ${PASSWORD_LENGTH.least} characters`)
  .max(PASSWORD_LENGTH.most, `at most ${PASSWORD_LENGTH.most} characters`)
/** A password somebody proves to know: any that could ever have been set. */
export const KnownPassword = z.string().min(1).max(PASSWORD_LENGTH.most)

/** A secret that was sent or shown once. */
export const OneTimeToken = z.string().min(20).max(100)

export const AnyRole = z.enum(ROLES)
/** What can be given in a project, or to a service account. */
export const LentRole = z.enum(LENT_ROLES)
