/** Imports: how many rows created somebody, changed somebody, or were refused. */
import BarChart from '@cloudscape-design/components/bar-chart';
import Link from '@cloudscape-design/components/link';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard } from './chart-card.tsx';
import { barSettings, countsOf, useChartSettings } from './chart-settings.ts';
import type { ImportSeen } from './home-queries.ts';

/** The newest, oldest first. */
const mostBars = 8;

const outcomes = ['created', 'updated', 'refused'] as const;
const colours = { created: 'main', updated: 'quiet', refused: 'attention' } as const;

export const ImportsChart = ({ imports }: { imports: readonly ImportSeen[] }) => {
  const { home: texts } = useTexts();
  const { number, moment, shortDay } = useFormats();
  const { plot, columnsOf, seriesOf } = useChartSettings();
  const follow = useFollow();
  const hasPage = useHasPage();
  const shown = imports.slice(0, mostBars).toReversed();
  const [only] = shown;
  const nameOf = ({ id, fileName }: ImportSeen) =>
    hasPage('/imports/$id') ? (
      <Link href={address(`/imports/${id}`)} onFollow={follow}>
        {fileName}
      </Link>
    ) : (
      fileName
    );
  if (shown.length === 1 && only) {
    const { created, updated, refused } = only;
    return (
      <ChartCard title={texts.imports}>
        {nameOf(only)}: {texts.oneImport(number(created), number(updated), number(refused))}
      </ChartCard>
    );
  }
  const counts = countsOf(outcomes, texts.outcomes, colours);
  const byId = new Map(shown.map((one) => [one.id, one]));
  return (
    <ChartCard
      title={texts.imports}
      rows={shown.toReversed()}
      columns={[
        { id: 'file', header: texts.file, cell: nameOf, isRowHeader: true },
        { id: 'when', header: texts.when, cell: (one: ImportSeen) => moment(one.createdDateTime) },
        ...columnsOf(counts),
      ]}
    >
      <BarChart
        ariaLabel={texts.imports}
        {...plot}
        {...barSettings}
        series={seriesOf('bar', counts, shown, ({ id }) => id)}
        xTickFormatter={(id) => {
          const one = byId.get(id);
          return one ? shortDay(one.createdDateTime) : '';
        }}
        yTitle={texts.rows}
        detailPopoverFooter={(id) => byId.get(id)?.fileName}
      />
    </ChartCard>
  );
};
