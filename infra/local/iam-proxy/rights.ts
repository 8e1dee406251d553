/** Whether a role may make a call, by the rules of IAM as far as the template uses them. */
import { holds, matchesPattern } from '../template/conditions.ts';
import type { Right } from '../template/rights.ts';
import type { Call, Need } from './need.ts';

/** The first right that a call needs and the role does not have; undefined when it has them all. */
export const missingRight = (rights: readonly Right[], { needs }: Call): Need | undefined =>
  needs.find((need) => !rights.some((right) => covers(right, need)));

/** Which rights have been used, so that those which nobody needs are seen. */
export type UsedRights = {
  /** Notes what a function's call made use of. */
  note: (functionName: string, call: Call) => void;
  /** The actions of a function that no call needed yet, each with where it is allowed. */
  unused: (functionName: string) => string[];
};

/** None used yet. `rights` are those of each function, by its name. */
export const usedRights = (rights: ReadonlyMap<string, readonly Right[]>): UsedRights => {
  // What was used once is not looked at again: after a while hardly any are.
  const open = new Map([...rights].map(([name, all]) => [name, all.flatMap(actionByAction)]));
  return {
    note: (name, { needs }) => {
      const before = open.get(name) ?? [];
      const used = before.filter(({ right }) => needs.some((need) => covers(right, need))).map(({ text }) => text);
      if (used.length > 0)
        open.set(
          name,
          before.filter(({ text }) => !used.includes(text)),
        );
    },
    unused: (name) => (open.get(name) ?? []).map(({ text }) => text),
  };
};

const actionByAction = (right: Right) =>
  right.actions
    .filter((action) => !ofLambda.test(action))
    .map((action) => ({ right: { ...right, actions: [action] }, text: `${action} on ${right.resources.join(', ')}` }));

/** What Lambda itself does in the function's name: it writes the log, and takes messages from the queue. */
const ofLambda = /^(logs:.*|sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueue(Url|Attributes)))$/;

const covers = ({ actions, resources, conditions }: Right, { context = {}, ...need }: Need): boolean =>
  actions.some((action) => matchesPattern(action.toLowerCase(), need.action.toLowerCase())) &&
  need.resources.some((wanted) => resources.some((resource) => matchesPattern(resource, wanted))) &&
  conditions.every((condition) => holds(condition, context));
