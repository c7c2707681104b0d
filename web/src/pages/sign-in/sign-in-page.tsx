import { Button, TextInput } from '@mantine/core'
import { openSession } from '@portolan/contract/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { call } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { Logo } from '../../ui/logo.tsx'
import styles from './sign-in.module.css'

const route = getRouteApi('/sign-in')

/** Each link works once: asked for twice (a page drawn again), it is still sent once. */
const sent = new Map<string, Promise<undefined>>()

function openBy(link: string): Promise<undefined> {
  const known = sent.get(link)
  if (known) return known
  const opening = call(openSession, { body: { link } })
  sent.set(link, opening)
  return opening
}

export function SignInPage() {
  const { link, from } = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const open = useMutation<undefined, ApiProblem, string>({
    mutationFn: openBy,
    onSuccess: async () => {
      client.clear()
      // The link leaves the address bar and the history with it.
      await navigate({ href: from?.startsWith('/') && !from.startsWith('//') ? from : '/projects', replace: true })
    },
  })
  const { mutate } = open
  useEffect(() => {
    document.title = 'Sign in · Portolan'
    if (link) mutate(link)
  }, [link, mutate])
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <Logo size={40} />
        <h1>Sign in to Portolan</h1>
        {open.isPending ? <p role="status">Opening the link</p> : <LinkForm onLink={mutate} />}
        {open.error && <ErrorView error={open.error} what="This link does not open" />}
      </div>
    </main>
  )
}

function LinkForm({ onLink }: { onLink: (link: string) => void }) {
  const [text, setText] = useState('')
  const token = tokenOf(text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (token) onLink(token)
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <p>
        Portolan printed a link when it started; it works once. Open it, or paste it here. <code>portolan link</code> on
        the machine of the server makes a new one.
      </p>
      <TextInput
        label="Sign-in link"
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={token === ''}>
        Sign in
      </Button>
    </form>
  )
}

/** The token of a pasted link, or a pasted token itself. */
function tokenOf(text: string): string {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return trimmed.length >= 20 ? trimmed : ''
  return new URL(trimmed).searchParams.get('link') ?? ''
}
