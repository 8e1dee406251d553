/** Everything that Muster refuses, as a closed list of stable codes, each with the sentence that says what to do. */
import type { Facts } from './refusal-facts.ts';
import { fileSentences } from './refusals-of-files.ts';
import { requestSentences } from './refusals-of-requests.ts';

/** A refusal: its code, and what its sentence tells. */
export type Refusal = Facts & { readonly code: RefusalCode };

/** A stable code. Reports, answers and tests name these; they never change their meaning. */
export type RefusalCode = keyof typeof sentences;

const sentences = { ...fileSentences, ...requestSentences };

/** The sentence for people: what is wrong, and what to do. It never repeats a password. */
export const sentenceOf = (refusal: Refusal): string => sentences[refusal.code](refusal);

/** Thrown where a whole request or file is refused; `refusals` is never empty, and lists every problem that was found. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(...refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}
