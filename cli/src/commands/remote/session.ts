import { createLink, getSession } from '@portolan/contract/session'
import type { Run } from '../../remote/run.ts'
import { flow, labelled, textWidthOf } from '../../terminal/blocks.ts'
import { printable } from '../../terminal/width.ts'

export const session = {
  async show(run: Run) {
    const found = await run.api.call(getSession, {})
    const { screen } = run
    run.print(found, () => [
      ...labelled('Server', flow([run.api.url, `Portolan ${found.version}`], textWidthOf(screen)), screen),
      ...labelled('You are', flow([printable(found.actor.name), found.actor.role], textWidthOf(screen)), screen),
      ...labelled('You may', flow(found.permissions, textWidthOf(screen), ', '), screen),
    ])
  },

  /** For a browser: whoever opens it is signed in as the one who asked for it. */
  async link(run: Run) {
    const { link, expiresAt } = await run.api.call(createLink, {})
    const url = `${run.api.url}/sign-in?link=${link}`
    run.print({ url, expiresAt }, () => [url])
  },
}
