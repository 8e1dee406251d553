/** Whether a role may make a call, by the rules of IAM as far as the template uses them. */
import { holds, matchesPattern } from '../template/condition.ts';
import type { Right } from '../template/rights.ts';
import { type Call, kindOf, type Need } from './need.ts';

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
  const used = new Set<string>();
  // What was noted of one call holds of all that need the same, with keys of the same kind.
  const noted = new Set<string>();
  const named = (name: string, action: string, { resources }: Right) => `${name} ${action} on ${resources.join(', ')}`;
  return {
    note: (name, { needs }) => {
      for (const need of needs) {
        const same = `${name} ${kindOf(need)}`;
        if (noted.has(same)) continue;
        noted.add(same);
        for (const right of rights.get(name) ?? []) {
          for (const action of right.actions) {
            if (covers({ ...right, actions: [action] }, need)) used.add(named(name, action, right));
          }
        }
      }
    },
    unused: (name) =>
      (rights.get(name) ?? [])
        .flatMap((right) => right.actions.map((action) => [action, named(name, action, right)] as const))
        .filter(([action, text]) => !used.has(text) && !ofLambda.test(action))
        .map(([, text]) => text.slice(name.length + 1)),
  };
};

/** What Lambda itself does in the function's name: it writes the log, and takes messages from the queue. */
const ofLambda = /^(logs:.*|sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueue(Url|Attributes)))$/;

const covers = ({ actions, resources, conditions }: Right, { context = {}, ...need }: Need): boolean =>
  actions.some((action) => matchesPattern(action.toLowerCase(), need.action.toLowerCase())) &&
  need.resources.some((wanted) => resources.some((resource) => matchesPattern(resource, wanted))) &&
  conditions.every((condition) => holds(condition, context));
