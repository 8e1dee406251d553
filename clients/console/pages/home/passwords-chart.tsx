/** Passwords that expire on the next 30 days. */
import BarChart from '@cloudscape-design/components/bar-chart';
import Link from '@cloudscape-design/components/link';
import type { ForecastDay } from '../../api/reports.ts';
import { chartColour } from '../../look/chart-colours.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard, plotHeight } from './chart-card.tsx';

const kinds = ['passwordsExpiring', 'temporaryPasswordsLapsing'] as const;
const colours = { passwordsExpiring: 'main', temporaryPasswordsLapsing: 'attention' } as const;

const sumOf = (day: ForecastDay): number => day.passwordsExpiring + day.temporaryPasswordsLapsing;

export const PasswordsChart = ({ forecast }: { forecast: readonly ForecastDay[] }) => {
  const { home: texts } = useTexts();
  const { number, tick, dayOfCalendar, shortDayOfCalendar } = useFormats();
  const follow = useFollow();
  const days = forecast.filter((day) => sumOf(day) > 0);
  const [only] = days;
  const whose = (
    <Link href={address('/users?state=passwordEnds')} onFollow={follow}>
      {texts.seeWhose}
    </Link>
  );
  if (!only) return <ChartCard title={texts.passwords}>{texts.noPassword}</ChartCard>;
  if (days.length === 1) {
    return (
      <ChartCard title={texts.passwords}>
        {texts.onePasswordDay(sumOf(only), dayOfCalendar(only.date))} {whose}
      </ChartCard>
    );
  }
  const shown = kinds.filter((of) => days.some((day) => day[of] > 0));
  return (
    <ChartCard
      title={texts.passwords}
      rows={days}
      columns={[
        { id: 'day', header: texts.day, cell: ({ date }) => dayOfCalendar(date), isRowHeader: true },
        ...kinds.map((of) => ({
          id: of,
          header: texts.ends[of],
          cell: (day: ForecastDay) => number(day[of]),
        })),
      ]}
    >
      <BarChart
        ariaLabel={texts.passwords}
        stackedBars
        hideFilter
        height={plotHeight}
        xScaleType="categorical"
        series={shown.map((of) => ({
          type: 'bar',
          title: texts.ends[of],
          color: chartColour(colours[of]),
          data: forecast.map((day) => ({ x: day.date, y: day[of] })),
          valueFormatter: number,
        }))}
        xTickFormatter={shortDayOfCalendar}
        yTickFormatter={tick}
        yTitle={texts.countOfPeople}
      />
      {whose}
    </ChartCard>
  );
};
