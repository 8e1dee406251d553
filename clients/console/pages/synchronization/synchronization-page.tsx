/** How people come from a directory on premises: whether they do, what waits, and who did not come through. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { synchronizationQuery } from '../../api/synchronization.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { ErrorsPart } from './errors-part.tsx';
import { Notices } from './notices.tsx';
import { StatePart } from './state-part.tsx';

export const SynchronizationPage = () => {
  const { synchronization: texts } = useTexts();
  const { data, error, refetch } = useQuery(synchronizationQuery);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {error && !data && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height="180px" />}
        {data && (
          <SpaceBetween size="l">
            <Notices state={data} />
            <StatePart state={data} />
            {(data.onPremisesSyncEnabled || data.retry.length > 0) && <ErrorsPart id={data.id} />}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </ContentLayout>
  );
};
