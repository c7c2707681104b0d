import { getMethodology } from '@portolan/contract/methodology'
import { type Bound, bind } from '../platform/http/bind.ts'
import { methodology } from './methodology.ts'

export const methodologyRoutes: readonly Bound[] = [
  bind(getMethodology, (ctx, { query }) => methodology(ctx, query.project)),
]
