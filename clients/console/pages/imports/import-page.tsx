/** One import, from its file to its undo: what is shown follows from where it is. */
import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Import, importQuery, isOver, kindOf } from '../../api/imports.ts';
import { usePathValue } from '../../shell/addresses.ts';
import { usePageTitle } from '../../shell/page-title.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ImportActions } from './actions/import-actions.tsx';
import { DeliveryPart } from './delivery-part.tsx';
import { Followers } from './followers.tsx';
import { ImportStanding } from './import-standing.tsx';
import { ImportSummary } from './import-summary.tsx';
import { LicenceNeeds } from './licence-needs.tsx';
import { OptionsPart } from './options-part.tsx';
import { ReadAsPart } from './read-as/read-as-part.tsx';
import { RowsPart } from './rows/rows-part.tsx';

export const ImportPage = () => {
  const { shell } = useTexts();
  const id = usePathValue('id');
  const { data, error, refetch } = useQuery(importQuery(id));
  usePageTitle(data?.fileName);
  useReadAnewAfter(data);
  if (error && !data) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{shell.working}</p>;
  return <Shown key={id} one={data} problem={error} onRetry={() => void refetch()} />;
};

type Props = { one: Import; problem: unknown; onRetry: () => void };

const Shown = ({ one, problem, onRetry }: Props) => {
  const { imports } = useTexts();
  const { moment } = useFormats();
  const may = useMay();
  const kind = kindOf(one);
  const hasRows = isOver(one) && one.rows !== null && one.status !== 'failed';
  const isChecked = kind === 'check' && one.status === 'succeeded';
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={imports.about[kind](one.createdBy.displayName, moment(one.createdDateTime))}
          actions={may('manageImports') && <ImportActions one={one} />}
        >
          {one.fileName}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem !== null && <ProblemAlert thrown={problem} onRetry={onRetry} />}
        <ImportStanding one={one} />
        {isChecked && one.created + one.updated === 0 && <Alert type="info">{imports.nothingToDo}</Alert>}
        {isOver(one) && <Followers one={one} />}
        {one.rows !== null && <ImportSummary one={one} />}
        {isOver(one) && kind === 'import' && one.created > 0 && <DeliveryPart one={one} />}
        <LicenceNeeds one={one} />
        {hasRows && <RowsPart one={one} />}
        {isChecked && may('manageImports') && <OptionsPart one={one} />}
        {isOver(one) && kind !== 'undo' && <ReadAsPart one={one} />}
      </SpaceBetween>
    </ContentLayout>
  );
};

/** What an import has changed is read anew elsewhere when it is over. */
const useReadAnewAfter = (one: Import | undefined): void => {
  const queries = useQueryClient();
  const hasChanged = one !== undefined && isOver(one) && kindOf(one) !== 'check';
  useEffect(() => {
    if (!hasChanged) return;
    for (const what of ['users', 'subscribedSkus']) void queries.invalidateQueries({ queryKey: [what] });
  }, [hasChanged, queries]);
};
