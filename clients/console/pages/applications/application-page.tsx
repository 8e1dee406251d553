/** One application: what it may do, its secrets, and how it is used. */
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Application, applicationQuery, applicationsKey } from '../../api/applications.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { useGo, usePathValue } from '../../shell/addresses.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { usePageTitle } from '../../shell/page-title.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { ApplicationDialog } from './application-dialog.tsx';
import { HowItIsUsed } from './how-it-is-used.tsx';
import { OverviewPart } from './overview-part.tsx';
import { SecretsPart } from './secrets-part.tsx';

export const ApplicationPage = () => {
  const { applications } = useTexts();
  const { data, error, refetch } = useQuery(applicationQuery(usePathValue('id')));
  if (data) return <Known application={data} />;
  return (
    <ContentLayout header={<Header variant="h1">{applications.application}</Header>}>
      {error ? <ProblemAlert thrown={error} onRetry={() => void refetch()} /> : <LoadingBlock height="240px" />}
    </ContentLayout>
  );
};

const Known = ({ application }: { application: Application }) => {
  const { applications: texts } = useTexts();
  const [asked, setAsked] = useState<'change' | 'remove'>();
  usePageTitle(application.displayName);
  const close = () => setAsked(undefined);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => setAsked('change')}>{texts.change}</Button>
              <Button onClick={() => setAsked('remove')}>{texts.remove}</Button>
            </SpaceBetween>
          }
        >
          {application.displayName}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <OverviewPart application={application} />
        <SecretsPart application={application} />
        <HowItIsUsed application={application} />
      </SpaceBetween>
      {asked === 'change' && <ApplicationDialog application={application} onClose={close} />}
      {asked === 'remove' && <RemoveApplication application={application} onClose={close} />}
    </ContentLayout>
  );
};

const RemoveApplication = ({ application, onClose }: { application: Application; onClose: () => void }) => {
  const { applications: texts } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const go = useGo();
  const name = application.displayName;
  const remove = async () => {
    try {
      await call('DELETE', `applications/${application.id}`);
    } catch (thrown) {
      // It is gone: as it was to be.
      if (asProblem(thrown).kind !== 'notFound') throw thrown;
    }
    notify({ type: 'success', content: texts.removed(name) });
    go('/applications');
    await queries.invalidateQueries({ queryKey: applicationsKey });
  };
  return (
    <ConfirmDialog
      title={texts.removeTitle(name)}
      verb={texts.remove}
      typed={{ label: texts.typeName(name), text: name.trim() }}
      onConfirm={remove}
      onClose={onClose}
    >
      {texts.removeWhat}
    </ConfirmDialog>
  );
};
