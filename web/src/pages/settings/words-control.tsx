import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import styles from './settings.module.css'

interface WordsControlProps {
  readonly id: string
  readonly error: boolean
  readonly 'aria-describedby'?: string
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
}

/** Words, each to be taken out; Enter, a comma or leaving the field puts in what was typed, Backspace takes the last out. */
export function WordsControl({ words, onChange, ...input }: WordsControlProps) {
  const [typed, setTyped] = useState('')
  const put = (text: string) => {
    setTyped('')
    const next = withWords(words, text)
    if (next.length > words.length) onChange(next)
  }
  return (
    <div className={styles.words}>
      {words.length > 0 && (
        <ul className={styles.tags}>
          {words.map((word) => (
            <li key={word}>
              {word}
              <CloseButton
                size="xs"
                aria-label={`Take out ${word}`}
                onClick={() => onChange(words.filter((other) => other !== word))}
              />
            </li>
          ))}
        </ul>
      )}
      <TextInput
        {...input}
        className={styles.medium}
        placeholder="Add a word, Enter"
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value
          if (/[,;]/.test(text)) put(text)
          else setTyped(text)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            put(typed)
          }
          if (event.key === 'Backspace' && typed === '' && words.length > 0) onChange(words.slice(0, -1))
        }}
        onBlur={() => put(typed)}
      />
    </div>
  )
}

/** Words with those of a text put in, as typed or pasted: parted by commas or semicolons, none twice. */
export function withWords(words: readonly string[], text: string): readonly string[] {
  const more = text
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return [...new Set([...words, ...more])]
}
