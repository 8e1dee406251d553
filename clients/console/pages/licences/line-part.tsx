/** Who waits for a licence, in order. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useLine, type Waiting } from './one-licence.ts';

export const LinePart = ({ skuId, waiting }: { skuId: string; waiting: number }) => {
  const { licences: texts } = useTexts();
  const { number, day } = useFormats();
  const follow = useFollow();
  const isSmall = useSmallWindow();
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useLine(skuId);
  if (error) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  return (
    <Table<Waiting>
      header={
        <Header variant="h2" counter={`(${number(waiting)})`} description={texts.lineHint}>
          {texts.line}
        </Header>
      }
      wrapLines
      loading={isPending}
      loadingText={texts.loadingLine}
      items={data?.pages.flatMap(({ value }) => value) ?? []}
      trackBy="id"
      ariaLabels={{ tableLabel: texts.line }}
      empty={<Box color="text-body-secondary">{texts.nobodyWaits}</Box>}
      columnDefinitions={[
        { id: 'place', header: texts.place, cell: ({ place }) => number(place), width: 90 },
        {
          id: 'who',
          header: texts.who,
          isRowHeader: true,
          cell: ({ id, displayName, userPrincipalName, waitingSinceDateTime }) => (
            <>
              <Link href={address(`/users/${id}`)} onFollow={follow}>
                {displayName}
              </Link>
              <Box color="text-body-secondary">{userPrincipalName}</Box>
              {isSmall && <Box color="text-body-secondary">{day(waitingSinceDateTime)}</Box>}
            </>
          ),
        },
        ...(isSmall
          ? []
          : [
              {
                id: 'since',
                header: texts.since,
                cell: ({ waitingSinceDateTime }: Waiting) => day(waitingSinceDateTime),
              },
            ]),
      ]}
      footer={
        hasNextPage && (
          <Box textAlign="center">
            <Button loading={isFetching} onClick={() => void fetchNextPage()}>
              {texts.more}
            </Button>
          </Box>
        )
      }
    />
  );
};
