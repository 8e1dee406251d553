/** Passwords that expire on the next 30 days. */
import BarChart from '@cloudscape-design/components/bar-chart';
import Link from '@cloudscape-design/components/link';
import type { ForecastDay } from '../../api/reports.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { barSettings, countsOf, useChartSettings } from './chart-settings.ts';

const kinds = ['passwordsExpiring', 'temporaryPasswordsLapsing'] as const;
const colours = { passwordsExpiring: 'main', temporaryPasswordsLapsing: 'attention' } as const;

const sumOf = (day: ForecastDay): number => day.passwordsExpiring + day.temporaryPasswordsLapsing;

export const PasswordsChart = ({ forecast }: { forecast: readonly ForecastDay[] }) => {
  const { home: texts } = useTexts();
  const { dayOfCalendar, shortDayOfCalendar } = useFormats();
  const { plot, columnsOf, seriesOf } = useChartSettings();
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
  const counts = countsOf(kinds, texts.ends, colours);
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
        series={seriesOf('bar', shown, forecast, ({ date }) => date)}
        xTickFormatter={shortDayOfCalendar}
        yTitle={texts.countOfPeople}
      />
      {whose}
    </ChartCard>
  );
};
