/** Reports, as the API shows them: days are in UTC. */
import { read } from './call.ts';
import type { Page } from './people.ts';

/** A day of `reports/directory`; a day that was not counted is left out. */
export type DirectoryDay = { reportDate: string; people: number; blocked: number; deleted: number };

/** A day of `reports/directoryForecast`, today first. */
export type ForecastDay = {
  date: string;
  passwordsExpiring: number;
  temporaryPasswordsLapsing: number;
  mailboxGracesEnding: number;
  deletionsBecomingFinal: number;
};

const quarterOfAnHour = 900_000;

/** The last 90 days, today last. */
export const directoryQuery = {
  queryKey: ['reports', 'directory'],
  queryFn: async () => (await read<Page<DirectoryDay>>('reports/directory?period=D90')).value,
  staleTime: quarterOfAnHour,
};

/** The next 30 days. */
export const forecastQuery = {
  queryKey: ['reports', 'forecast'],
  queryFn: async () => (await read<Page<ForecastDay>>('reports/directoryForecast')).value,
  staleTime: 60_000,
};
