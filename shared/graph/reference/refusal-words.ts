/** What a refusal's code means, where no fact of a request is known: `…` stands for what its own answer names. */
import { type RefusalCode, sentenceOf } from '../../domain/refusals.ts';

/** The sentence of a code. */
export const toldOf = (code: RefusalCode): string => sentenceOf({ code, target: '…', fact: '…' });
