interface LatestWins<Question> {
  /** Asks when the settle time has passed without another question and the answer before is there. */
  ask(question: Question): void
  /** The answer is there: the next question may go. */
  answered(): void
  close(): void
}

/** Sends one question at a time; of those that come meanwhile only the last one is asked. */
export function latestWins<Question>(send: (question: Question) => void, settleMs: number): LatestWins<Question> {
  let waiting: { readonly question: Question } | null = null
  let isBusy = false
  let isSettled = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    if (!waiting || isBusy || !isSettled) return
    const { question } = waiting
    waiting = null
    isBusy = true
    send(question)
  }
  return {
    ask(question) {
      waiting = { question }
      isSettled = false
      clearTimeout(timer)
      timer = setTimeout(() => {
        isSettled = true
        next()
      }, settleMs)
    },
    answered() {
      isBusy = false
      next()
    },
    close() {
      clearTimeout(timer)
      waiting = null
    },
  }
}
