/** The audit: who changed what, before and after, newest first. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useRecords } from '../../api/use-records.ts';
import { EndOfRecords, NoRecords } from '../../form/records-end.tsx';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditQuestion, auditPath, type Entry, everything } from './audit-question.ts';
import { EntryChanges } from './entry-changes.tsx';
import { useEntryWords } from './entry-words.ts';
import { useExportAudit } from './use-export-audit.ts';

export const AuditPage = () => {
  const { audit: texts } = useTexts();
  const { moment } = useFormats();
  const { activity, actor } = useEntryWords();
  const [question, setQuestion] = useState<AuditQuestion>(everything);
  const records = useRecords<Entry>(auditPath(question));
  const { entries, error, isPending, refetch } = records;
  // In a small window there is room for two columns.
  const isSmall = useSmallWindow();
  const [isExporting, setIsExporting] = useState(false);
  const exported = useExportAudit(question);
  const exportAll = async () => {
    setIsExporting(true);
    await exported();
    setIsExporting(false);
  };
  return (
    <Table<Entry>
      variant="full-page"
      trackBy="id"
      wrapLines
      loading={isPending}
      loadingText={texts.loading}
      items={entries}
      ariaLabels={{ tableLabel: texts.title }}
      header={
        <Header
          variant="h1"
          description={texts.description}
          actions={
            <Button
              iconName="download"
              loading={isExporting}
              disabled={entries.length === 0}
              onClick={() => void exportAll()}
            >
              {texts.export}
            </Button>
          }
        >
          {texts.title}
        </Header>
      }
      filter={
        <SpaceBetween size="xs">
          <AuditFilters question={question} onChange={setQuestion} />
          {error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        </SpaceBetween>
      }
      empty={!error && <NoRecords title={texts.noneTitle}>{texts.none}</NoRecords>}
      footer={<EndOfRecords records={records} older={texts.older} />}
      columnDefinitions={[
        {
          id: 'when',
          header: `${texts.when}, ${texts.who}`,
          minWidth: 120,
          width: isSmall ? '40%' : '22%',
          cell: (entry) => (
            <div className="whole-days">
              {moment(entry.activityDateTime)}
              <Box color="text-body-secondary">{actor(entry)}</Box>
            </div>
          ),
        },
        {
          id: 'what',
          header: texts.what,
          isRowHeader: true,
          minWidth: 120,
          width: isSmall ? '60%' : '33%',
          cell: (entry) => (
            <>
              {activity(entry)}
              <Target entry={entry} />
              {isSmall && <EntryChanges entry={entry} />}
            </>
          ),
        },
        ...(isSmall
          ? []
          : [{ id: 'change', header: texts.change, cell: (entry: Entry) => <EntryChanges entry={entry} /> }]),
      ]}
    />
  );
};

const Target = ({ entry }: { entry: Entry }) => {
  const follow = useFollow();
  const { target } = useEntryWords();
  const [on] = entry.targetResources;
  // Whoever was removed for good is nowhere to be looked at.
  const isThere = on?.type === 'User' && entry.activityDisplayName !== 'Hard Delete user';
  if (!isThere) return <Box color="text-body-secondary">{target(entry)}</Box>;
  return (
    <div>
      <Link href={address(`/users/${on.id}`)} onFollow={follow}>
        {target(entry)}
      </Link>
    </div>
  );
};
