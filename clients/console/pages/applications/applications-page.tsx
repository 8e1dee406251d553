/** The programs that use the API. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Application, applicationsQuery } from '../../api/applications.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ApplicationDialog } from './application-dialog.tsx';
import { SecretsState } from './secrets-state.tsx';

export const ApplicationsPage = () => {
  const { applications } = useTexts();
  const { list } = useFormats();
  const follow = useFollow();
  const isSmall = useSmallWindow();
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(applicationsQuery);
  const add = (
    <Button variant="primary" onClick={() => setIsAdding(true)}>
      {applications.add}
    </Button>
  );
  return (
    <>
      <Table<Application>
        variant="full-page"
        trackBy="id"
        wrapLines
        loading={isPending}
        loadingText={applications.loading}
        items={data?.pages.flatMap(({ value }) => value) ?? []}
        ariaLabels={{ tableLabel: applications.title }}
        header={
          <Header variant="h1" description={applications.description} actions={add}>
            {applications.title}
          </Header>
        }
        filter={error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        empty={!error && <None />}
        footer={
          hasNextPage && (
            <Button loading={isFetching} onClick={() => void fetchNextPage()}>
              {applications.more}
            </Button>
          )
        }
        columnDefinitions={[
          {
            id: 'name',
            header: applications.name,
            isRowHeader: true,
            minWidth: 140,
            cell: ({ id, displayName, roles }) => (
              <>
                <Link href={address(`/applications/${id}`)} onFollow={follow}>
                  {displayName}
                </Link>
                {isSmall && <Box color="text-body-secondary">{list(roles)}</Box>}
              </>
            ),
          },
          ...(isSmall
            ? []
            : [{ id: 'roles', header: applications.roles, cell: ({ roles }: Application) => list(roles) || '–' }]),
          {
            id: 'secrets',
            header: applications.secrets,
            minWidth: 120,
            cell: ({ passwordCredentials }) => <SecretsState secrets={passwordCredentials} />,
          },
        ]}
      />
      {isAdding && <ApplicationDialog onClose={() => setIsAdding(false)} />}
    </>
  );
};

const None = () => {
  const { applications } = useTexts();
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="xxs">
        <Box variant="strong">{applications.noneTitle}</Box>
        <Box color="text-body-secondary">{applications.none}</Box>
      </SpaceBetween>
    </Box>
  );
};
