import type { TextName } from '../texts/page-texts.ts';
import type { Judgement } from './judge-password.ts';

/** The fields that a problem is about, by their ids. */
export type Fields = readonly string[];

/** What is wrong with a new password before it is sent: each once, since the list of rules marks what is not met. Runs in the browser by itself. */
export const judgeChange = ({ ruleLength, ruleKinds, ruleSame }: Judgement): TextName[] => [
  ...(ruleLength && ruleKinds ? [] : (['notAllMet'] as const)),
  ...(ruleSame ? [] : (['notSame'] as const)),
];
