/** Licences: given, free, waited for. */
import BarChart from '@cloudscape-design/components/bar-chart';
import { type Licence, licenceName } from '../../api/people.ts';
import { seatsLeft } from '../../api/seats.ts';
import { chartColour } from '../../look/chart-colours.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard, plotHeight } from './chart-card.tsx';

/** Licences in the picture: those with the most seats. The table has all of them. */
const mostBars = 8;

type Row = { skuId: string; name: string; given: number; reserved: number; free: number; waiting: number };

const rowOf = (licence: Licence): Row => ({
  skuId: licence.skuId,
  name: licenceName(licence),
  given: licence.consumedUnits,
  reserved: licence.reservedUnits,
  free: seatsLeft(licence),
  waiting: licence.seatsToBuy ?? 0,
});

const sumOf = ({ given, reserved, free, waiting }: Row): number => given + reserved + free + waiting;

export const LicencesChart = ({ licences }: { licences: readonly Licence[] }) => {
  const { home: texts } = useTexts();
  const { number, tick, compare } = useFormats();
  const rows = licences.map(rowOf).toSorted((one, other) => compare(one.name, other.name));
  const [only] = rows;
  if (rows.length === 1 && only) {
    const { name, given, free, waiting } = only;
    return (
      <ChartCard title={texts.licences}>
        {texts.oneLicence(name, number(given), number(free), number(waiting))}
      </ChartCard>
    );
  }
  const bars = rows.toSorted((one, other) => sumOf(other) - sumOf(one)).slice(0, mostBars);
  const series = (['given', 'reserved', 'free', 'waiting'] as const)
    .filter((of) => of !== 'reserved' || bars.some(({ reserved }) => reserved > 0))
    .map((of) => ({
      type: 'bar' as const,
      title: texts.seats[of],
      color: chartColour(({ given: 'main', reserved: 'beside', free: 'quiet', waiting: 'attention' } as const)[of]),
      data: bars.map((row) => ({ x: row.name, y: row[of] })),
      valueFormatter: number,
    }));
  return (
    <ChartCard
      title={texts.licences}
      rows={rows}
      columns={[
        { id: 'name', header: texts.licence, cell: ({ name }) => name, isRowHeader: true },
        ...(['given', 'reserved', 'free', 'waiting'] as const).map((of) => ({
          id: of,
          header: texts.seats[of],
          cell: (row: Row) => number(row[of]),
        })),
      ]}
    >
      <BarChart
        ariaLabel={texts.licences}
        stackedBars
        horizontalBars
        hideFilter
        height={plotHeight}
        xScaleType="categorical"
        series={series}
        yTickFormatter={tick}
        yTitle={texts.countOfSeats}
      />
    </ChartCard>
  );
};
