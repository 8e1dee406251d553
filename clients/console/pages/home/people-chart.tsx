/** How many people there were, day by day. */
import LineChart from '@cloudscape-design/components/line-chart';
import type { DirectoryDay } from '../../api/reports.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { countsOf, useChartSettings } from './chart-settings.ts';

const names = ['people', 'blocked', 'deleted'] as const;
const colours = { people: 'main', blocked: 'attention', deleted: 'beside' } as const;

/** Noon of a day in UTC is the same day almost everywhere. */
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

export const PeopleChart = ({ days }: { days: readonly DirectoryDay[] }) => {
  const { home: texts } = useTexts();
  const { dayOfCalendar, shortDay } = useFormats();
  const { plot, columnsOf, seriesOf } = useChartSettings();
  const counts = countsOf(names, texts.counts, colours);
  const most = Math.max(...days.map(({ people }) => people), 1);
  return (
    <ChartCard
      title={texts.people}
      rows={days.toReversed()}
      columns={[
        { id: 'day', header: texts.day, cell: ({ reportDate }) => dayOfCalendar(reportDate), isRowHeader: true },
        ...columnsOf(counts),
      ]}
    >
      <LineChart
        ariaLabel={texts.people}
        {...plot}
        xScaleType="time"
        yDomain={[0, most]}
        series={seriesOf('line', counts, days, ({ reportDate }) => noonOf(reportDate))}
        xTickFormatter={(at) => shortDay(at.toISOString())}
        yTitle={texts.countOfPeople}
      />
    </ChartCard>
  );
};
