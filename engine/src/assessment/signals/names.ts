import { Flag } from '../../inventory/estate.ts'
import { LABEL, withNameOfAnother } from './same-names.ts'
import { flagOf, textTest, type VmSignal } from './signal.ts'

const MAX_LABEL = 63

/** Names and notes of VMs. */
export const NAME_SIGNALS = {
  nameInvalid: {
    of: 'vms',
    fires: 'the name is longer than 63 characters or holds other characters than letters, digits and inner hyphens',
    reads: [['vInfo.name']],
    prepare: ({ estate }) => {
      const isInvalid = textTest(estate, (name) => name.length > MAX_LABEL || !LABEL.test(name))
      return (vm) => flagOf(isInvalid(estate.vms.name[vm]))
    },
  },
  nameCollision: {
    of: 'vms',
    fires: 'another VM has the same name in lower case with signs replaced by hyphens',
    reads: [['vInfo.name']],
    prepare: (input) => {
      const collides = withNameOfAnother(input)
      return (vm) => collides[vm]
    },
  },
  annotationSecret: {
    of: 'vms',
    fires: 'the notes hold a word for a password or key with a value after it',
    reads: [['vInfo.annotation']],
    prepare: ({ estate }) => {
      const holdsSecret = textTest(estate, isLikeSecret)
      const { vms } = estate
      return (vm) => (vms.annotation[vm] === 0 ? Flag.no : flagOf(holdsSecret(vms.annotation[vm])))
    },
  },
} satisfies Record<string, VmSignal>

/** A word for a secret, a sign, and something after it that is no placeholder. The text itself is never shown. */
const SECRET =
  /(?:^|[^a-z])(?:pass(?:word|wd|wort|phrase)?|pwd|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|secret|api[ _-]?key)\s*(?:[:=]|\bis\b)\s*(\S+)/g
const PLACEHOLDER =
  /^(?:<.*|\[.*|\*+|x+|-+|\.+|n\/?a|none|null|unknown|tbd|see|siehe|in|ask|stored|vault|keepass|changed?|unchanged|required|yes|no|never|not)[,;.]?$/

function isLikeSecret(note: string): boolean {
  for (const [, value] of note.matchAll(SECRET)) if (!PLACEHOLDER.test(value)) return true
  return false
}
