/** What a run tells at its end. */
import Table from 'cli-table3';
import type { Tally } from './world.ts';

/** All that is told. */
export type RunReport = {
  operations: ReadonlyMap<string, Tally>;
  /** How often each operation was refused with each code. */
  refusals: ReadonlyMap<string, number>;
  injected: Readonly<Record<string, number>>;
  /** How many things each invariant looked at. */
  checked: Readonly<Record<string, number>>;
  findings: readonly string[];
};

const shownFindings = 40;

/** `dieAfter provision-users dynamodb:PutItem` counts among `dieAfter`. */
const byKind = (injected: Readonly<Record<string, number>>): Record<string, number> => {
  const kinds: Record<string, number> = {};
  for (const [name, count] of Object.entries(injected)) {
    const [kind = ''] = name.split(' ');
    kinds[kind] = (kinds[kind] ?? 0) + count;
  }
  return kinds;
};

const tableOf = (head: string[], rows: readonly (readonly [string, ...number[]])[]): string => {
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const [name, ...numbers] of rows) {
    table.push([
      name,
      ...numbers.map((content) => ({ hAlign: 'right' as const, content: content.toLocaleString('en') })),
    ]);
  }
  return table.toString();
};

const sum = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((all, one) => all + one, 0);

/** The report as text. */
export const reportText = ({ operations, refusals, injected, checked, findings }: RunReport): string =>
  [
    tableOf(
      ['Operation', 'Done', 'Refused', 'No answer'],
      [...operations].map(([name, { done, refused, unknown }]) => [name, done, refused, unknown] as const),
    ),
    tableOf(['Refused with', 'Times'], [...refusals].sort()),
    tableOf(['Fault', 'Times'], [...Object.entries(byKind(injected)), ['all', sum(injected)]]),
    `${Object.keys(injected).length} different calls, deliveries and events were befallen.`,
    tableOf(['Invariant', 'Looked at'], Object.entries(checked)),
    ...findings.slice(0, shownFindings).map((finding) => `WRONG: ${finding}`),
    findings.length === 0 ? 'Nothing is wrong.' : `${findings.length} things are wrong.`,
  ].join('\n');
