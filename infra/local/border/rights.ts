/** Whether a role may make a call, by the rules of IAM as far as the template uses them. */
import type { Right } from '../template/rights.ts';
import type { Call, Need } from './call.ts';

/** The first right that a call needs and the role does not have; undefined when it has them all. */
export const missingRight = (rights: readonly Right[], { needs }: Call): Need | undefined =>
  needs.find((need) => !rights.some((right) => covers(right, need)));

const covers = ({ actions, resources, leadingKeys }: Right, need: Need): boolean =>
  actions.some((action) => matches(action.toLowerCase(), need.action.toLowerCase())) &&
  need.resources.some((wanted) => resources.some((resource) => matches(resource, wanted))) &&
  (leadingKeys === undefined || (need.leadingKeys?.every((key) => leadingKeys.includes(key)) ?? false));

const patterns = new Map<string, RegExp>();

const matches = (pattern: string, text: string): boolean => {
  if (!/[*?]/.test(pattern)) return pattern === text;
  let found = patterns.get(pattern);
  if (found === undefined) {
    const source = RegExp.escape(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.');
    found = new RegExp(`^${source}$`, 's');
    patterns.set(pattern, found);
  }
  return found.test(text);
};
