import { above, type RiskRule, signal } from './rule.ts'

/** Names that a target changes or cuts. */
export const NAME_RULES: readonly RiskRule[] = [
  {
    id: 'name-invalid',
    category: 'names',
    severity: 'warning',
    exclusiveGroup: 'name',
    title: 'Name is no valid host name',
    meaning: 'Longer than 63 characters, or other characters than letters, digits and hyphens: tools rename the VM.',
    remedy: 'Agree on the new name before the move; scripts, monitoring and backup look for the old one.',
    when: signal('nameInvalid'),
    source: 'Forklift vmware.vm.name.invalid',
  },
  {
    id: 'name-long',
    category: 'names',
    severity: 'warning',
    exclusiveGroup: 'name',
    title: 'Name will be cut',
    meaning: 'vJailbreak keeps 57 characters of a name; two long names may then look alike.',
    remedy: 'Shorten the name before the move.',
    when: above('nameLength', 'nameLength'),
    source: 'own rule, names of vJailbreak objects',
  },
  {
    id: 'name-collision',
    category: 'names',
    severity: 'warning',
    title: 'Name collides with another',
    meaning: 'Once signs are replaced and case is gone, another VM of the estate has the same name.',
    remedy: 'Rename one of them before the move, or keep them in projects apart.',
    when: signal('nameCollision'),
    source: 'own rule, names after sanitising (Forklift plan condition, duplicate VM)',
  },
]
