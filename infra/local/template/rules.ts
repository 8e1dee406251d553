/** EventBridge rules of a template that match events. */
import * as z from 'zod';
import type { Find } from './find.ts';

const rule = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string() })).default([]),
});

/** A rule: what it matches, and the queues and functions that it tells. */
export type RuleDefinition = { logicalId: string; pattern: Record<string, unknown>; targetArns: string[] };

/** The enabled rules of the template. Throws for a rule with a schedule: Scheduler has those. */
export const readRules = (find: Find): RuleDefinition[] =>
  find('AWS::Events::Rule').flatMap(({ logicalId, properties }) => {
    const { EventPattern, ScheduleExpression, State, Targets } = rule.parse(properties);
    if (ScheduleExpression !== undefined) {
      throw new Error(
        `${logicalId} is a rule with a schedule; the local engine runs AWS::Scheduler::Schedule instead.`,
      );
    }
    if (State === 'DISABLED' || EventPattern === undefined) return [];
    return [{ logicalId, pattern: EventPattern, targetArns: Targets.map(({ Arn }) => Arn) }];
  });
