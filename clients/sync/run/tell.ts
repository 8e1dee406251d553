/** What is said of a run: counts and codes in a log, and names only to somebody who asked for a dry run. */
import type { Import } from '../../imports/import-api.ts';
import type { ReportRow, SyncApi } from '../api/sync-api.ts';
import type { RunOutcome } from './run-once.ts';

/** 0: everything is as in the directory. 1: the run failed. 4: it is done, and somebody has to look at it. */
export type RunExit = 0 | 1 | 4;

const outcomes = ['created', 'updated', 'deleted', 'restored', 'unchanged', 'refused'] as const;

/** How a run ended. */
export const exitOf = ({ over }: Pick<RunOutcome, 'over'>): RunExit => {
  if (over === undefined) return 0;
  if (over.status === 'failed') return 1;
  return over.status === 'succeeded' && over.refused === 0 ? 0 : 4;
};

/** A run in one sentence, without a name. */
export const sentenceOf = ({ over }: Pick<RunOutcome, 'over'>): string => {
  if (over === undefined) return '0 changed.';
  const { status, id, error } = over;
  if (status === 'failed')
    return `Import ${id} failed (${error?.code ?? 'unknown'}), and nothing was changed: ${error?.message ?? 'see its report'}`;
  const counts = outcomes
    .filter((name) => over[name] > 0)
    .map((name) => `${name} ${over[name]}`)
    .join(', ');
  if (status === 'onHold') {
    return `Import ${id} is on hold${error ? ` (${error.code}): ${error.message}` : ': more people would be deleted than the settings allow.'} Nothing was changed. The next run takes its place; to allow it, POST /v1.0/imports/${id}/resume.`;
  }
  if (status === 'cancelled') return `Import ${id} was cancelled: ${counts || 'nothing was changed'}.`;
  return `${over.options.dryRun ? 'Dry run, nothing was changed: ' : ''}${counts || '0 changed'}.`;
};

/** How many rows were refused for which reason: `UserNameTaken 2, PersonProtected 1`. */
export const refusalsOf = async (api: Pick<SyncApi, 'rows'>, { id }: Import): Promise<string> => {
  const counts = new Map<string, number>();
  for await (const { code } of api.rows(id, 'refused'))
    counts.set(code ?? 'unknown', (counts.get(code ?? 'unknown') ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${count}`).join(', ');
};

/** What would change, a line for each person: + created, ~ updated, - deleted, ^ restored, ! refused. */
export async function* differences(api: Pick<SyncApi, 'rows'>, { id }: Import): AsyncIterable<string> {
  const signs = { created: '+', updated: '~', deleted: '-', restored: '^', refused: '!' } as const;
  for (const [outcome, sign] of Object.entries(signs))
    for await (const row of api.rows(id, outcome))
      yield `${sign} ${row.userPrincipalName ?? `row ${row.rowNumber}`}${detailOf(row)}`;
}

const detailOf = ({ code, message, changes }: ReportRow): string => {
  if (code) return `: ${code}. ${message ?? ''}`.trimEnd();
  const shown = (value: unknown) => JSON.stringify(value ?? null);
  return (changes ?? [])
    .map(({ property, from, to }, at) => `${at === 0 ? ':' : ','} ${property} ${shown(from)} -> ${shown(to)}`)
    .join('');
};
