/** What is asked of the audit. */
import type { graphAudit } from '../../../../shared/graph/audit/graph-audit.ts';
import type { OnWire } from '../../api/on-wire.ts';
import { logPath } from '../../api/use-records.ts';
import type { ChosenPerson } from '../../form/person-choice.tsx';
import { lastMonth, rangeFilters, type TimeRange } from '../../form/time-range.tsx';

/** An entry, as the API shows it. */
export type Entry = OnWire<ReturnType<typeof graphAudit>>;

/** What is looked for; what is absent or empty asks for nothing. */
export type AuditQuestion = {
  range: TimeRange;
  about?: ChosenPerson | undefined;
  by?: ChosenPerson | undefined;
  application: string;
  activity: string;
};

/** What the page begins with. */
export const everything: AuditQuestion = { range: lastMonth, application: '', activity: '' };

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The first request of a question, and what has to be looked for here since the API answers it only beside others. */
export const auditPath = ({ range, about, by, application, activity }: AuditQuestion, top?: number): string => {
  const narrow = [
    ...rangeFilters('activityDateTime', range),
    ...(about ? [`targetResources/any(t:t/id eq ${quoted(about.id)})`] : []),
    ...(by ? [`initiatedBy/user/id eq ${quoted(by.id)}`] : []),
    ...(application ? [`initiatedBy/app/appId eq ${quoted(application)}`] : []),
  ];
  // By itself it would be asked of years: with a time, however long, the API answers it.
  const beside = narrow.length === 0 && activity ? ['activityDateTime ge 2000-01-01T00:00:00Z'] : narrow;
  return logPath(
    'directoryAudits',
    [...beside, ...(activity ? [`activityDisplayName eq ${quoted(activity)}`] : [])],
    top,
  );
};
