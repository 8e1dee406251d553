/** Who is not here as they are on premises, and why. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../../api/call.ts';
import { type Page, pathOfLink } from '../../api/people.ts';
import { type ObjectError, synchronizationPath, synchronizationQuery } from '../../api/synchronization.ts';
import { NoRecords } from '../../form/records-end.tsx';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

export const ErrorsPart = ({ id }: { id: string }) => {
  const { synchronization: texts } = useTexts();
  const { moment } = useFormats();
  const isSmall = useSmallWindow();
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...synchronizationQuery.queryKey, 'errors'],
    queryFn: ({ pageParam }) => read<Page<ObjectError>>(pageParam),
    initialPageParam: `${synchronizationPath}/${id}/errors?$top=50`,
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });
  return (
    <Table<ObjectError>
      trackBy="objectGuid"
      wrapLines
      loading={isPending}
      loadingText={texts.loading}
      items={data?.pages.flatMap(({ value }) => value) ?? []}
      ariaLabels={{ tableLabel: texts.errors }}
      header={
        <Header variant="h2" description={texts.errorsHint}>
          {texts.errors}
        </Header>
      }
      filter={error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
      empty={!error && <NoRecords title={texts.noErrors}>{texts.noErrorsWhat}</NoRecords>}
      footer={
        hasNextPage && (
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {texts.more}
          </Button>
        )
      }
      columnDefinitions={[
        {
          id: 'who',
          header: isSmall ? `${texts.who}, ${texts.why}` : texts.who,
          isRowHeader: true,
          minWidth: 140,
          cell: ({ userPrincipalName, objectGuid, message, occurredDateTime }) => (
            <div className="break-anywhere">
              {userPrincipalName ?? objectGuid}
              {isSmall && <Box>{message}</Box>}
              {isSmall && <Box color="text-body-secondary">{moment(occurredDateTime)}</Box>}
            </div>
          ),
        },
        ...(isSmall
          ? []
          : [
              { id: 'why', header: texts.why, minWidth: 180, cell: ({ message }: ObjectError) => message },
              {
                id: 'since',
                header: texts.since,
                minWidth: 120,
                cell: ({ occurredDateTime }: ObjectError) => moment(occurredDateTime),
              },
            ]),
      ]}
    />
  );
};
