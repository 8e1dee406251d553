/** The entries that fit a question, as a file. */
import { read } from '../../api/call.ts';
import { csvOf } from '../../api/csv.ts';
import { type Page, pathOfLink } from '../../api/people.ts';
import { saveFile } from '../../api/save-file.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type AuditQuestion, auditPath, type Entry } from './audit-question.ts';
import { useEntryWords } from './entry-words.ts';

/** Entries of a request while a file is made: as many as an answer may hold. */
const pageSize = 1000;

/** Entries of a file at most: as many rows as spreadsheet programs still open at once. */
const mostEntries = 50_000;

/** Saves a CSV with a row for each property that was changed; moments in it are UTC, values the reader's words. */
export const useExportAudit = (question: AuditQuestion): (() => Promise<void>) => {
  const { audit } = useTexts();
  const words = useEntryWords();
  const { notify, notifyProblem, dismiss } = useNotify();
  const rowsOf = (entry: Entry): string[][] => {
    const [target] = entry.targetResources;
    const told = [entry.activityDateTime, words.actor(entry), words.activity(entry), words.target(entry)];
    const more = [target?.userPrincipalName ?? '', words.details(entry).join('; '), entry.correlationId];
    const changes = words.changes(entry);
    const [first = { property: '', before: '', after: '' }, ...others] = changes;
    return [first, ...others].map(({ property, before, after }) => [
      ...[...told, property, before ?? '', after ?? ''],
      ...more,
    ]);
  };
  return async () => {
    const id = notify({ id: 'export-audit', type: 'in-progress', content: audit.exporting });
    try {
      const entries: Entry[] = [];
      let next: string | undefined = auditPath(question, pageSize);
      while (next !== undefined && entries.length < mostEntries) {
        const page: Page<Entry> = await read<Page<Entry>>(next);
        entries.push(...page.value);
        const link = page['@odata.nextLink'];
        next = link && pathOfLink(link);
      }
      const headings = [audit.when, audit.who, audit.what, audit.target, audit.property, audit.before, audit.after];
      const more = [audit.userName, audit.facts, 'correlationId'];
      saveFile('audit.csv', csvOf([[...headings, ...more], ...entries.flatMap(rowsOf)]), 'text/csv;charset=utf-8');
      if (next === undefined) notify({ id, type: 'success', content: audit.exported(entries.length) });
      else notify({ id, type: 'warning', content: audit.exportCut(entries.length) });
    } catch (thrown) {
      dismiss(id);
      notifyProblem(thrown);
    }
  };
};
