/** How many people there were, day by day. */
import LineChart from '@cloudscape-design/components/line-chart';
import type { DirectoryDay } from '../../api/reports.ts';
import { chartColour } from '../../look/chart-colours.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard, plotHeight } from './chart-card.tsx';

const counts = ['people', 'blocked', 'deleted'] as const;
const colours = { people: 'main', blocked: 'attention', deleted: 'beside' } as const;

/** Noon of a day in UTC is the same day almost everywhere. */
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

export const PeopleChart = ({ days }: { days: readonly DirectoryDay[] }) => {
  const { home: texts } = useTexts();
  const { number, tick, dayOfCalendar, shortDay } = useFormats();
  const most = Math.max(...days.map(({ people }) => people), 1);
  return (
    <ChartCard
      title={texts.people}
      rows={days.toReversed()}
      columns={[
        { id: 'day', header: texts.day, cell: ({ reportDate }) => dayOfCalendar(reportDate), isRowHeader: true },
        ...counts.map((of) => ({
          id: of,
          header: texts.counts[of],
          cell: (day: DirectoryDay) => number(day[of]),
        })),
      ]}
    >
      <LineChart
        ariaLabel={texts.people}
        hideFilter
        height={plotHeight}
        xScaleType="time"
        yDomain={[0, most]}
        series={counts.map((of) => ({
          type: 'line',
          title: texts.counts[of],
          color: chartColour(colours[of]),
          data: days.map((day) => ({ x: noonOf(day.reportDate), y: day[of] })),
          valueFormatter: number,
        }))}
        xTickFormatter={(at) => shortDay(at.toISOString())}
        yTickFormatter={tick}
        yTitle={texts.countOfPeople}
      />
    </ChartCard>
  );
};
