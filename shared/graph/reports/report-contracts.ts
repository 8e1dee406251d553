/** Routes of reports. */
import * as z from 'zod';
import { answer, type Contracts } from '../contract.ts';
import { moment, pageOf } from '../people/resources.ts';

const count = z.int().min(0);

const directoryDay = z.strictObject({
  reportPeriod: count,
  reportDate: z.iso.date(),
  countedDateTime: moment,
  people: count.meta({ description: 'Everybody who is not deleted; the blocked are among them.' }),
  blocked: count,
  deleted: count.meta({ description: 'Deleted people who can be restored.' }),
  licenses: z.array(
    z.strictObject({
      skuId: z.string(),
      skuPartNumber: z.string(),
      displayName: z.string(),
      prepaidUnits: z.strictObject({ enabled: count }),
      consumedUnits: count,
      reservedUnits: count,
    }),
  ),
});

const forecastDay = z.strictObject({
  date: z.iso.date(),
  passwordsExpiring: count,
  temporaryPasswordsLapsing: count,
  mailboxGracesEnding: count,
  deletionsBecomingFinal: count,
  otherwiseDue: count.meta({
    description: 'People of an earlier release of whom it is known only that something falls due on the day.',
  }),
});

export const reportContracts: Contracts = {
  'GET /v1.0/reports/directory': {
    needs: 'readPeople',
    tag: 'Reports',
    summary: 'Says how many people, blocked, deleted and seats there were on each day',
    description:
      'Counted once a day in the first sweeps after midnight UTC, each sixteenth of the people by itself: who comes or goes in those seconds may be counted or not. A day that was not counted is left out.',
    query: ['period'],
    answers: { 200: answer('DirectoryReport', pageOf(directoryDay)) },
    refusals: ['QueryInvalid'],
  },
  'GET /v1.0/reports/directoryForecast': {
    needs: 'readPeople',
    tag: 'Reports',
    summary: 'Says how many passwords, graces of mailboxes and deletions end on each of the next 30 days',
    description:
      'Days are in UTC, today first. In a very large directory the last of them may be left out. Who they are: users by passwordExpiresDateTime, temporaryPasswordExpiresDateTime or mailbox/graceEndsDateTime.',
    answers: { 200: answer('DirectoryForecast', pageOf(forecastDay)) },
  },
};
