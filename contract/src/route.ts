import type { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { ProblemCode } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the API as data: what it is called, where it stands, what it takes and answers, and the permission it
 * needs. The server binds each to a verb, the OpenAPI document and the command line are made from the same rows.
 */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** `projects.create`: noun and verb, unique. */
  readonly id: string
  readonly method: Method
  /** Below `/api/v1`, parameters as `:name`. */
  readonly path: string
  readonly summary: string
  /** null: anyone who is signed in; 'public': nobody needs to be. */
  readonly permission: Permission | 'public' | null
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** 'stream': bytes (files, events); 'none': 204. */
  readonly answer: Answer | 'stream' | 'none'
  readonly status?: 200 | 201 | 202 | 204
  readonly problems?: readonly ProblemCode[]
  /** The row carries a version: the answer has an ETag, and a change must name it in If-Match. */
  readonly versioned?: boolean
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
export type RouteInput<R extends Route> = {
  readonly params: Parsed<R['params']>
  readonly query: Parsed<R['query']>
  readonly body: Parsed<R['body']>
}
export type RouteAnswer<R extends Route> = R['answer'] extends z.ZodType ? z.input<R['answer']> : unknown

/** Keeps the exact types of a route. */
export function route<const R extends Route<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>>(definition: R): R {
  return definition
}
