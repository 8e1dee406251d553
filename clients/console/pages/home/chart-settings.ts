/** What all charts of the first page have in common: how they look, how they write numbers, and the table of the same numbers. */
import type { TableProps } from '@cloudscape-design/components/table';
import { type ChartColour, chartColour } from '../../look/chart-colours.ts';
import { useFormats } from '../../texts/texts-context.tsx';

/** Height of every plot, in pixels. */
const plotHeight = 220;

/** A number that each row has: a series of the chart, and a column of its table. */
export type Count<Name extends string> = { of: Name; title: string; colour: ChartColour };

/** Bars that stand on one another, one for each row. */
export const barSettings = { stackedBars: true, xScaleType: 'categorical' } as const;

/** Names of counts with what they are called and how they are coloured. */
export const countsOf = <Name extends string>(
  names: readonly Name[],
  titles: Readonly<Record<Name, string>>,
  colours: Readonly<Record<Name, ChartColour>>,
): Count<Name>[] => names.map((of) => ({ of, title: titles[of], colour: colours[of] }));

export const useChartSettings = () => {
  const { number, tick } = useFormats();
  return {
    /** For every chart. */
    plot: { hideFilter: true, height: plotHeight, yTickFormatter: tick } as const,
    columnsOf: <Name extends string, Row extends Record<Name, number>>(
      counts: readonly Count<Name>[],
    ): TableProps.ColumnDefinition<Row>[] =>
      counts.map(({ of, title }) => ({ id: of, header: title, minWidth: 60, cell: (row) => number(row[of]) })),
    /** Each count over the rows; `x` says where a row stands. */
    seriesOf: <Type extends 'bar' | 'line', Name extends string, Row extends Record<Name, number>, X>(
      type: Type,
      counts: readonly Count<Name>[],
      rows: readonly Row[],
      x: (row: Row) => X,
    ) =>
      counts.map(({ of, title, colour }) => ({
        ...{ type, title, color: chartColour(colour), valueFormatter: number },
        data: rows.map((row) => ({ x: x(row), y: row[of] })),
      })),
  };
};
