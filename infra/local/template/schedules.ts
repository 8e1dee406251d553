/** The schedules of a template. */
import * as z from 'zod';
import type { Find } from './find.ts';

const schedule = z.object({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});

/** A schedule: when, and what it sends to which queue or function. */
export type ScheduleDefinition = {
  logicalId: string;
  expression: string;
  timezone: string;
  targetArn: string;
  input: string | undefined;
};

/** The enabled schedules of the template. */
export const readSchedules = (find: Find): ScheduleDefinition[] =>
  find('AWS::Scheduler::Schedule')
    .map(({ logicalId, properties }) => ({ logicalId, ...schedule.parse(properties) }))
    .filter(({ State }) => State === 'ENABLED')
    .map(({ logicalId, ScheduleExpression, ScheduleExpressionTimezone, Target }) => ({
      logicalId,
      expression: ScheduleExpression,
      timezone: ScheduleExpressionTimezone,
      targetArn: Target.Arn,
      input: Target.Input,
    }));
