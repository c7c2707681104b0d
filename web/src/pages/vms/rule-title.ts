import { ruleOf } from '@portolan/engine/assessment/rules'

/** What a rule finds, in words; its id where the table of rules does not know it any more. */
export const ruleTitle = (rule: string): string => ruleOf(rule)?.title ?? rule
