/** Everything that the first page shows, as far as whoever is signed in may know it. */
import { useQuery } from '@tanstack/react-query';
import { licencesQuery } from '../../api/people.ts';
import { Problem } from '../../api/problem.ts';
import { forecastQuery } from '../../api/reports.ts';
import { synchronizationQuery } from '../../api/synchronization.ts';
import { useMay, useSession } from '../../shell/session-context.tsx';
import { administratorQuery, bouncedQuery, countQuery, importsQuery } from './home-queries.ts';
import { needsOf } from './needs.ts';

export const useHome = () => {
  const may = useMay();
  const { kind } = useSession();
  const people = useQuery(countQuery);
  const imports = useQuery({ ...importsQuery, enabled: may('readImports') });
  const licences = useQuery({ ...licencesQuery, enabled: may('readLicences') });
  const bounced = useQuery(bouncedQuery);
  const forecast = useQuery(forecastQuery);
  const administrator = useQuery({ ...administratorQuery, enabled: kind === 'operator' });
  const synchronization = useQuery({ ...synchronizationQuery, enabled: may('manageSynchronization') });
  const asked = [people, imports, licences, bounced, forecast, administrator, synchronization];
  const failed = asked.filter(({ error }) => error !== null && !isNowhere(error));
  return {
    needs: needsOf({
      hasAdministrator: administrator.data,
      imports: imports.data,
      licences: licences.data,
      bounced: bounced.data,
      forecast: forecast.data,
      synchronization: synchronization.data,
    }),
    people: people.data,
    imports: imports.data,
    licences: licences.data,
    forecast: forecast.data,
    hasAdministrator: administrator.data,
    /** Mails that came back were looked for among a part of the people. */
    isPart: bounced.data?.isAll === false,
    isPending: asked.some(({ isLoading }) => isLoading),
    problem: failed[0]?.error,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
};

/** What this directory has not. */
const isNowhere = (thrown: unknown): boolean => thrown instanceof Problem && thrown.kind === 'notFound';
