/**
 * Every refusal, its facts, and every note of a file, in every language but English. It lies beside the bundle of a function and is loaded when somebody is
 * refused in one of them: no cold start waits for it.
 */
import type { MailLanguage } from '../domain/organisation.ts';
import { chineseFacts } from './facts/chinese.ts';
import { dutchFacts } from './facts/dutch.ts';
import { factIn } from './facts/fact-texts.ts';
import { germanFacts } from './facts/german.ts';
import { chineseFileRefusals } from './files/chinese.ts';
import { dutchFileRefusals } from './files/dutch.ts';
import { germanFileRefusals } from './files/german.ts';
import { chineseNotes } from './notes/chinese.ts';
import { dutchNotes } from './notes/dutch.ts';
import { germanNotes } from './notes/german.ts';
import { noteIn } from './notes/note-texts.ts';
import { chineseRequestRefusals } from './requests/chinese.ts';
import { dutchRequestRefusals } from './requests/dutch.ts';
import { germanRequestRefusals } from './requests/german.ts';
import { chineseRowRefusals } from './rows/chinese.ts';
import { dutchRowRefusals } from './rows/dutch.ts';
import { germanRowRefusals } from './rows/german.ts';
import type { RefusalTexts } from './words/refusal-texts.ts';

/** A language; what it tells of a note or a fact is made of its English text. */
export type Translation = RefusalTexts & { note: (english: string) => string; fact: (english: string) => string };

export const translated: Readonly<Record<Exclude<MailLanguage, 'en'>, Translation>> = {
  nl: {
    files: dutchFileRefusals,
    rows: dutchRowRefusals,
    requests: dutchRequestRefusals,
    note: noteIn(dutchNotes),
    fact: factIn(dutchFacts),
  },
  de: {
    files: germanFileRefusals,
    rows: germanRowRefusals,
    requests: germanRequestRefusals,
    note: noteIn(germanNotes),
    fact: factIn(germanFacts),
  },
  'zh-Hans': {
    files: chineseFileRefusals,
    rows: chineseRowRefusals,
    requests: chineseRequestRefusals,
    note: noteIn(chineseNotes),
    fact: factIn(chineseFacts),
  },
};
