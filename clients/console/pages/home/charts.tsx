/** How the directory is, in pictures, each with its numbers beneath; no picture where a number says it. */
import Grid from '@cloudscape-design/components/grid';
import { useQuery } from '@tanstack/react-query';
import type { Licence } from '../../api/people.ts';
import { directoryQuery, type ForecastDay } from '../../api/reports.ts';
import type { ImportSeen } from './home-queries.ts';
import { ImportsChart } from './imports-chart.tsx';
import { LicencesChart } from './licences-chart.tsx';
import { PasswordsChart } from './passwords-chart.tsx';
import { PeopleChart } from './people-chart.tsx';

type Props = {
  licences: readonly Licence[] | undefined;
  imports: readonly ImportSeen[] | undefined;
  forecast: readonly ForecastDay[] | undefined;
};

export const Charts = ({ licences = [], imports = [], forecast = [] }: Props) => {
  const { data: days = [] } = useQuery(directoryQuery);
  const done = imports.filter(({ kind, options, status }) => {
    return kind === 'import' && !options.dryRun && (status === 'succeeded' || status === 'cancelled');
  });
  const shown = [
    ...(licences.length > 0 ? [<LicencesChart key="licences" licences={licences} />] : []),
    ...(done.length > 0 ? [<ImportsChart key="imports" imports={done} />] : []),
    ...(forecast.length > 0 ? [<PasswordsChart key="passwords" forecast={forecast} />] : []),
    // A single day is a number, which the head of the page has.
    ...(days.length > 1 ? [<PeopleChart key="people" days={days} />] : []),
  ];
  const half = { default: 12, s: 6 };
  return (
    <Grid gridDefinition={shown.map((_, at) => (isAlone(at, shown.length) ? { colspan: 12 } : { colspan: half }))}>
      {shown}
    </Grid>
  );
};

/** The last one of an odd number has the whole row. */
const isAlone = (at: number, all: number): boolean => all % 2 === 1 && at === all - 1;
