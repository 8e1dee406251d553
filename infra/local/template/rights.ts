/** What the role of each function may do, as the template's policies say. */
import * as z from 'zod';
import { type Condition, conditions } from './conditions.ts';
import type { Find } from './find.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: conditions.default([]),
});

const document = z.object({ Statement: z.array(statement) });
const policy = z.object({ PolicyDocument: document, Roles: z.array(z.string()).default([]) });
const role = z.object({ Policies: z.array(z.object({ PolicyDocument: document })).default([]) });
const withRole = z.object({ Role: z.string() });

/** One thing that a role may do. Actions and resources may hold `*` and `?`. */
export type Right = {
  actions: readonly string[];
  resources: readonly string[];
  /** All of which must hold. */
  conditions: readonly Condition[];
};

/** The rights of each function, by its name. Throws for a statement that cannot be checked here. */
export const readRights = (find: Find): ReadonlyMap<string, readonly Right[]> => {
  const policies = find('AWS::IAM::Policy').map(({ properties }) => policy.parse(properties));
  const roles = new Map(
    find('AWS::IAM::Role').map(({ ref, arn, properties }) => {
      const own = role.parse(properties).Policies;
      const attached = policies.filter(({ Roles }) => Roles.includes(ref));
      return [arn, [...own, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(rightOf))];
    }),
  );
  return new Map(
    find('AWS::Lambda::Function').map(({ ref, properties }) => {
      const { success, data } = withRole.safeParse(properties);
      return [ref, (success && roles.get(data.Role)) || []];
    }),
  );
};

const rightOf = ({ Action, Resource, Condition }: z.output<typeof statement>): Right => ({
  actions: Action,
  resources: Resource,
  conditions: Condition,
});
