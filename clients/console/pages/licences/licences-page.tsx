/** Every licence with its seats, and who waits. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Licence, licenceName, licencesQuery } from '../../api/people.ts';
import { seatsLeft } from '../../api/seats.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { Marked } from '../../shell/marked.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { AddLicenceDialog } from './add-licence-dialog.tsx';
import { SeatsDialog } from './seats-dialog.tsx';

/** In a small window a name and what is left of it. */
const inSmallWindow = ['name', 'left'];

export const LicencesPage = () => {
  const { licences: texts } = useTexts();
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery({ ...licencesQuery, staleTime: 0 });
  const [isAdding, setIsAdding] = useState(false);
  const isSmall = useSmallWindow();
  const [bought, setBought] = useState<Licence>();
  const columns = useColumns(setBought);
  const mayAdd = may('manageLicences');
  const addButton = (variant: 'primary' | 'normal') =>
    mayAdd && (
      <Button variant={variant} onClick={() => setIsAdding(true)}>
        {texts.add}
      </Button>
    );
  return (
    <>
      <Table<Licence>
        variant="full-page"
        stickyHeader
        wrapLines
        trackBy="skuId"
        items={data ?? []}
        columnDefinitions={columns}
        columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isSmall || inSmallWindow.includes(id) }))}
        loading={isPending}
        loadingText={texts.loading}
        ariaLabels={{ tableLabel: texts.title }}
        header={
          <Header variant="h1" description={texts.description} actions={addButton('primary')}>
            {texts.title}
          </Header>
        }
        filter={error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        empty={
          <Box textAlign="center" padding="l">
            <Box variant="strong">{texts.noneTitle}</Box>
            <Box color="text-body-secondary" padding={{ bottom: 's' }}>
              {texts.none}
            </Box>
            {addButton('normal')}
          </Box>
        }
      />
      {isAdding && <AddLicenceDialog onClose={() => setIsAdding(false)} />}
      {bought && <SeatsDialog licence={bought} onClose={() => setBought(undefined)} />}
    </>
  );
};

const useColumns = (onBuy: (licence: Licence) => void): TableProps.ColumnDefinition<Licence>[] => {
  const { licences: texts } = useTexts();
  const { number } = useFormats();
  const follow = useFollow();
  const may = useMay();
  return [
    {
      id: 'name',
      header: texts.name,
      isRowHeader: true,
      minWidth: 160,
      cell: (licence) => (
        <Link href={address(`/licences/${licence.skuId}`)} onFollow={follow}>
          {licenceName(licence)}
        </Link>
      ),
    },
    { id: 'seats', header: texts.seats, cell: ({ prepaidUnits }) => number(prepaidUnits.enabled) },
    { id: 'given', header: texts.given, cell: ({ consumedUnits }) => number(consumedUnits) },
    { id: 'reserved', header: texts.reserved, cell: ({ reservedUnits }) => number(reservedUnits) },
    { id: 'left', header: texts.left, cell: (licence) => <Left licence={licence} /> },
    ...(may('manageLicences')
      ? [
          {
            id: 'buy',
            header: texts.change,
            cell: (licence: Licence) => (
              <Button
                variant="inline-link"
                ariaLabel={`${texts.setSeats}: ${licenceName(licence)}`}
                onClick={() => onBuy(licence)}
              >
                {texts.setSeats}
              </Button>
            ),
          },
        ]
      : []),
  ];
};

/** What is left, or who waits. */
const Left = ({ licence }: { licence: Licence }) => {
  const { licences: texts } = useTexts();
  const { number } = useFormats();
  const { seatsToBuy = 0 } = licence;
  if (seatsToBuy > 0) return <Marked type="warning">{texts.waiting(seatsToBuy)}</Marked>;
  const left = seatsLeft(licence);
  return left > 0 ? number(left) : <Marked type="info">{texts.noneLeft}</Marked>;
};
