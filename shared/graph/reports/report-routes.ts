/** The routes of reports: what was, day by day, and what is ahead. */
import { licenceName } from '../../domain/licences/shown-names.ts';
import type { DirectoryDay } from '../../domain/reports/directory-day.ts';
import type { ForecastDay } from '../../domain/reports/forecast.ts';
import { addDays, dayOf, type Instant } from '../../domain/time.ts';
import type { Request, Route } from '../../lambda/route.ts';
import type { DirectoryDays } from '../../work/reports/count-directory.ts';
import { type DueAhead, forecast } from '../../work/reports/forecast.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';

export type ReportPorts = { days: Pick<DirectoryDays, 'list'>; due: DueAhead; now: () => Instant };

/** Periods by the names of Graph's reports, in days; D365 is ours. */
export const periods = { D7: 7, D30: 30, D90: 90, D180: 180, D365: 365 } as const;

/** GET /v1.0/reports/directory: how large the directory was on each day of a period, today last. */
export const directoryReportRoute = ({ days, now }: ReportPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, ['period']);
    const period = periodOf(request);
    const range = { from: dayOf(addDays(now(), 1 - periods[period])), to: dayOf(now()) };
    const value = (await days.list(range)).map((day) => ({ reportPeriod: periods[period], ...reportDay(day) }));
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#reports/directory`, value } };
  },
});

const periodOf = ({ query }: Request): keyof typeof periods => {
  const name = (query.period ?? 'D90').toUpperCase();
  if (Object.hasOwn(periods, name)) return name as keyof typeof periods;
  return refuseOption('period', `it is one of ${Object.keys(periods).join(', ')}`);
};

const reportDay = ({ day, dateTime, people, blocked, deleted, licences }: DirectoryDay) => ({
  reportDate: day,
  countedDateTime: dateTime,
  people,
  blocked,
  deleted,
  licenses: licences.map(({ skuId, skuPartNumber, enabled, free, reserved }) => ({
    skuId,
    skuPartNumber,
    displayName: licenceName(skuPartNumber),
    prepaidUnits: { enabled },
    consumedUnits: enabled - free - reserved,
    reservedUnits: reserved,
  })),
});

/** GET /v1.0/reports/directoryForecast: what ends on each of the next 30 days, today first. */
export const forecastRoute = ({ due, now }: ReportPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const value = (await forecast(due, now())).map(forecastDay);
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#reports/directoryForecast`, value } };
  },
});

const forecastDay = ({ day, password, temporaryPassword, grace, deletion, unknown }: ForecastDay) => ({
  date: day,
  passwordsExpiring: password,
  temporaryPasswordsLapsing: temporaryPassword,
  mailboxGracesEnding: grace,
  deletionsBecomingFinal: deletion,
  otherwiseDue: unknown,
});
