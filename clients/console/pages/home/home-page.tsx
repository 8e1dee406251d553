/** Where the console begins: what needs an administrator, then how the directory is. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense } from 'react';
import { orReload } from '../../shell/keep-typed.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { FirstSteps } from './first-steps.tsx';
import { NeedsPart } from './needs-part.tsx';
import { useHome } from './use-home.ts';

// Charts are large, and what needs somebody does not wait for them.
const Charts = lazy(async () => ({ default: (await orReload(() => import('./charts.tsx'))).Charts }));

export const HomePage = () => {
  const { home: texts, people: counted } = useTexts();
  const { organization, kind } = useSession();
  const { people, hasAdministrator, problem, retry, ...known } = useHome();
  // Whoever signed in as the first administrator is alone yet.
  const isNew = people !== undefined && people <= (kind === 'person' ? 1 : 0);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={people === undefined ? texts.counting : counted.counted(people)}>
          {organization.displayName}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem != null && <ProblemAlert thrown={problem} onRetry={retry} />}
        {isNew ? (
          <FirstSteps hasAdministrator={kind === 'person' || hasAdministrator === true} />
        ) : (
          <NeedsPart needs={known.needs} isPending={known.isPending} isPart={known.isPart} />
        )}
        {!isNew && (
          <Suspense fallback={<LoadingBlock height="320px" />}>
            <Charts licences={known.licences} imports={known.imports} forecast={known.forecast} />
          </Suspense>
        )}
      </SpaceBetween>
    </ContentLayout>
  );
};
