/** Licences: given, free, waited for. */
import BarChart from '@cloudscape-design/components/bar-chart';
import { type Licence, licenceName } from '../../api/people.ts';
import { seatsLeft } from '../../api/seats.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { barSettings, countsOf, useChartSettings } from './chart-settings.ts';

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

const seats = ['given', 'reserved', 'free', 'waiting'] as const;
const colours = { given: 'main', reserved: 'beside', free: 'quiet', waiting: 'attention' } as const;

const sumOf = ({ given, reserved, free, waiting }: Row): number => given + reserved + free + waiting;

export const LicencesChart = ({ licences }: { licences: readonly Licence[] }) => {
  const { home: texts } = useTexts();
  const { number, compare } = useFormats();
  const { plot, columnsOf, seriesOf } = useChartSettings();
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
  const counts = countsOf(seats, texts.seats, colours);
  // Nothing is reserved but while an import runs.
  const shown = counts.filter(({ of }) => of !== 'reserved' || rows.some(({ reserved }) => reserved > 0));
  return (
    <ChartCard
      title={texts.licences}
      rows={rows}
      columns={[
        { id: 'name', header: texts.licence, cell: ({ name }) => name, isRowHeader: true },
        ...columnsOf(shown),
      ]}
    >
      <BarChart
        ariaLabel={texts.licences}
        {...plot}
        {...barSettings}
        horizontalBars
        series={seriesOf('bar', shown, bars, ({ name }) => name)}
        yTitle={texts.countOfSeats}
      />
    </ChartCard>
  );
};
