/** Passwords that expire on the next 30 days. */
import BarChart from '@cloudscape-design/components/bar-chart';
import Link from '@cloudscape-design/components/link';
import type { ForecastDay } from '../../api/reports.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { barSettings, countsOf, useChartSettings } from './chart-settings.ts';

const kinds = ['passwordsExpiring', 'temporaryPasswordsLapsing'] as const;
const colours = { passwordsExpiring: 'main', temporaryPasswordsLapsing: 'attention' } as const;

const sumOf = (day: ForecastDay): number => day.passwordsExpiring + day.temporaryPasswordsLapsing;

/** So many days share a bar in a small window, where a bar of one day would be thinner than the gap beside it. */
const daysInSmallWindow = 3;

/** The days, so many of them together: `date` is the first of a bar, `last` its last. */
const inBars = (forecast: readonly ForecastDay[], size: number) =>
  Array.from({ length: Math.ceil(forecast.length / size) }, (_, at) => {
    const days = forecast.slice(at * size, (at + 1) * size);
    const total = (of: (typeof kinds)[number]) => days.reduce((sum, day) => sum + day[of], 0);
    return {
      date: days[0]?.date ?? '',
      last: days.at(-1)?.date ?? '',
      passwordsExpiring: total('passwordsExpiring'),
      temporaryPasswordsLapsing: total('temporaryPasswordsLapsing'),
    };
  });

export const PasswordsChart = ({ forecast }: { forecast: readonly ForecastDay[] }) => {
  const { home: texts } = useTexts();
  const { dayOfCalendar, shortDaysOfCalendar } = useFormats();
  const { plot, columnsOf, seriesOf } = useChartSettings();
  const follow = useFollow();
  const isSmall = useSmallWindow();
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
  const counts = countsOf(kinds, texts.ends, colours);
  const bars = inBars(forecast, isSmall ? daysInSmallWindow : 1);
  const lastOf = new Map(bars.map(({ date, last }) => [date, last]));
  const shown = counts.filter(({ of }) => days.some((day) => day[of] > 0));
  return (
    <ChartCard
      title={texts.passwords}
      rows={days}
      columns={[
        { id: 'day', header: texts.day, cell: ({ date }) => dayOfCalendar(date), isRowHeader: true },
        ...columnsOf(counts),
      ]}
    >
      <BarChart
        ariaLabel={texts.passwords}
        {...plot}
        {...barSettings}
        series={seriesOf('bar', shown, bars, ({ date }) => date)}
        xTickFormatter={(date) => shortDaysOfCalendar(date, lastOf.get(date) ?? date)}
        yTitle={texts.countOfPeople}
      />
      {whose}
    </ChartCard>
  );
};
