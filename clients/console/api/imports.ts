/** Imports and what became of their rows, as the API shows them. */
import type { DeliveryCounts } from '../../../shared/domain/credentials/mail-delivery.ts';
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { RowOutcome } from '../../../shared/domain/imports/import-progress.ts';
import type { importResource, reportLine } from '../../../shared/graph/imports/import-resource.ts';
import { call, read } from './call.ts';
import type { OnWire } from './on-wire.ts';
import type { Page } from './people.ts';

/** GET imports/{id}; `fileName` is what people call the file. */
export type Import = OnWire<ReturnType<typeof importResource>>;

/** Why a whole file was refused, or why an import ended; `options` are those to begin with when it is read again. */
export type FileFault = NonNullable<Import['error']>;

/** What became of a row, or would. */
export type Row = OnWire<ReturnType<typeof reportLine>>;

/** How a file is to be read, and what is to happen to its rows: what is left out stays as it was. */
export type ReadAs = Partial<
  Pick<ImportOptions, 'seatsShort' | 'existingPeople' | 'columns' | 'encoding' | 'sheet'>
> & {
  userNamePattern?: string;
};

/** Whether an import has its end. */
export const isOver = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled';

/** Whether its report has the columns of a file, to be mended and given again: an undo and a run have none. */
export const hasMendableReport = ({ kind, report }: Pick<Import, 'kind' | 'report'>): boolean =>
  report !== null && kind === 'import';

/** What kind of import it is to people: a check (the API's dry run), an import, or an undo. */
export type Kind = 'check' | 'import' | 'undo';
export const kindOf = ({ kind, options }: Pick<Import, 'kind' | 'options'>): Kind =>
  kind === 'undo' ? 'undo' : options.dryRun ? 'check' : 'import';

/** How often a running import is looked at again, in milliseconds; one that is on hold, seldom. */
const pace = { running: 1_500, held: 15_000, mailing: 15_000 };

/** One import, which is read again for as long as it goes on. */
export const importQuery = (id: string) => ({
  queryKey: ['imports', 'one', id],
  queryFn: () => read<Import>(`imports/${id}`),
  staleTime: 0,
  refetchInterval: ({ state: { data } }: { state: { data: Import | undefined } }): number | false =>
    !data || isOver(data) ? false : data.status === 'onHold' ? pace.held : pace.running,
});

/**
 * How many people whom an import created stand where with their credential mail, null where that is not counted; read
 * again for as long as mails are still to go.
 */
export const deliveryQuery = (id: string) => ({
  queryKey: ['imports', 'delivery', id],
  queryFn: async () => (await read<{ delivery: DeliveryCounts | null }>(`imports/${id}?$expand=delivery`)).delivery,
  staleTime: 0,
  refetchInterval: ({ state: { data } }: { state: { data: DeliveryCounts | null | undefined } }): number | false =>
    data && data.owed > 0 ? pace.mailing : false,
});

/** The newest imports, among which are those that came of another one. */
export const newestImportsQuery = {
  queryKey: ['imports', 'newest'],
  queryFn: async () => (await read<Page<Import>>('imports?$top=50')).value,
  staleTime: 0,
};

/** What can be asked of an import that is there; the answer is the import that goes on by it. */
export const askImport = async (
  id: string,
  action: 'apply' | 'cancel' | 'resume' | 'undo' | 'dryRun',
  body?: object,
): Promise<Import> => (await call<Import>('POST', `imports/${id}/${action}`, body ? { body } : {})).body;

/** The first page of what became of the rows, of all or of those with one outcome. */
export const rowsPath = (id: string, { outcome, top }: { outcome?: RowOutcome | undefined; top: number }): string =>
  `imports/${id}/report?${new URLSearchParams({ $top: String(top), ...(outcome && { outcome }) })}`;
