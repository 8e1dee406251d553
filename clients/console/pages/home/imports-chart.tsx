/** Imports: how many rows created somebody, changed somebody, or were refused. */
import BarChart from '@cloudscape-design/components/bar-chart';
import Link from '@cloudscape-design/components/link';
import { chartColour } from '../../look/chart-colours.ts';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ChartCard, plotHeight } from './chart-card.tsx';
import type { ImportSeen } from './home-queries.ts';

/** The newest, oldest first. */
const mostBars = 8;

const outcomes = ['created', 'updated', 'refused'] as const;
const colours = { created: 'main', updated: 'quiet', refused: 'attention' } as const;

export const ImportsChart = ({ imports }: { imports: readonly ImportSeen[] }) => {
  const { home: texts } = useTexts();
  const { number, tick, moment, shortDay } = useFormats();
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
  const byId = new Map(shown.map((one) => [one.id, one]));
  return (
    <ChartCard
      title={texts.imports}
      rows={shown.toReversed()}
      columns={[
        { id: 'file', header: texts.file, cell: nameOf, isRowHeader: true },
        { id: 'when', header: texts.when, cell: ({ createdDateTime }) => moment(createdDateTime) },
        ...outcomes.map((of) => ({
          id: of,
          header: texts.outcomes[of],
          cell: (one: ImportSeen) => number(one[of]),
        })),
      ]}
    >
      <BarChart
        ariaLabel={texts.imports}
        stackedBars
        hideFilter
        height={plotHeight}
        xScaleType="categorical"
        series={outcomes.map((of) => ({
          type: 'bar',
          title: texts.outcomes[of],
          color: chartColour(colours[of]),
          data: shown.map((one) => ({ x: one.id, y: one[of] })),
          valueFormatter: number,
        }))}
        xTickFormatter={(id) => {
          const one = byId.get(id);
          return one ? shortDay(one.createdDateTime) : '';
        }}
        yTickFormatter={tick}
        yTitle={texts.rows}
        detailPopoverFooter={(id) => byId.get(id)?.fileName}
      />
    </ChartCard>
  );
};
