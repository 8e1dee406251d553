/** Licences that are short: how many an import needs, has, and lacks. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Import } from '../../api/imports.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useLicenceName } from './import-words.ts';

type Need = Import['licences'][number];

export const LicenceNeeds = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { number } = useFormats();
  const nameOf = useLicenceName();
  const isSmall = useSmallWindow();
  const short = one.licences.filter((each) => each.short > 0);
  if (short.length === 0) return null;
  const what = { unlicensed: imports.shortWait, reject: imports.shortReject, hold: imports.shortHold };
  return (
    <Table<Need>
      wrapLines
      items={short}
      trackBy="skuId"
      ariaLabels={{ tableLabel: imports.shortTitle }}
      header={
        <SpaceBetween size="xs">
          <Header variant="h2">{imports.shortTitle}</Header>
          {one.status !== 'onHold' && <Box>{what[one.options.seatsShort]}</Box>}
        </SpaceBetween>
      }
      columnDefinitions={[
        {
          id: 'licence',
          header: imports.licence,
          isRowHeader: true,
          cell: ({ skuId, skuPartNumber, needed, granted, free }) => (
            <>
              {nameOf(skuId, skuPartNumber)}
              {isSmall && (
                <Box color="text-body-secondary">
                  {imports.needed}: {number(needed)}, {imports.granted}: {number(free ?? granted)}
                </Box>
              )}
            </>
          ),
        },
        ...(isSmall
          ? []
          : [
              { id: 'needed', header: imports.needed, cell: ({ needed }: Need) => number(needed) },
              { id: 'granted', header: imports.granted, cell: ({ granted, free }: Need) => number(free ?? granted) },
            ]),
        { id: 'buy', header: imports.seatsToBuy, cell: ({ seatsToBuy }) => number(seatsToBuy) },
      ]}
    />
  );
};
