/** What is asked of the sign-ins. */
import type { graphSignIn } from '../../../../shared/graph/audit/graph-sign-in.ts';
import type { OnWire } from '../../api/on-wire.ts';
import { logPath } from '../../api/use-records.ts';
import type { ChosenPerson } from '../../form/person-choice.tsx';
import { lastMonth, rangeFilters, type TimeRange } from '../../form/time-range.tsx';

/** A sign-in, as the API shows it. */
export type SignIn = OnWire<ReturnType<typeof graphSignIn>>;

/** What is looked for; what is absent or empty asks for nothing. */
export type SignInQuestion = {
  range: TimeRange;
  person?: ChosenPerson | undefined;
  application: string;
  result: '' | 'succeeded' | 'failed';
};

/** What the page begins with. */
export const everySignIn: SignInQuestion = { range: lastMonth, application: '', result: '' };

/** The first request of a question. The API knows one condition of whom, and none of the result. */
export const signInPath = ({ range, person, application }: SignInQuestion): string =>
  logPath('signIns', [
    ...(person ? [`userId eq '${person.id}'`] : []),
    ...(application ? [`appId eq '${application}'`] : []),
    ...rangeFilters('createdDateTime', range),
  ]);

/** Whether the result of a sign-in is one that is looked for. */
export const hasResult =
  ({ result }: SignInQuestion) =>
  ({ status }: SignIn): boolean =>
    result === '' || (status.errorCode === 0) === (result === 'succeeded');
