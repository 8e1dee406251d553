/** EventBridge patterns. */
import { matchesPattern } from '../../infra/local/loops/event-pattern.ts';

const event = { source: 'aws.s3', detail: { object: { key: 'in/People.CSV', size: 5 }, tags: ['a', 'b'] } };
const key = (condition: unknown) => ({ detail: { object: { key: [condition] } } });

test.each([
  [{ source: ['aws.s3'] }, true],
  [{ source: ['aws.ec2'] }, false],
  [{ source: ['aws.ec2', 'aws.s3'] }, true],
  [{ colour: ['red'] }, false],
  [{ colour: [{ exists: false }] }, true],
  [{ detail: { tags: ['b'] } }, true],
  [key({ prefix: 'in/' }), true],
  [key({ prefix: 'out/' }), false],
  [key({ prefix: { 'equals-ignore-case': 'IN/' } }), true],
  [key({ suffix: '.csv' }), false],
  [key({ suffix: { 'equals-ignore-case': '.csv' } }), true],
  [key({ 'equals-ignore-case': 'IN/people.csv' }), true],
  [key({ wildcard: 'in/*.CSV' }), true],
  [key({ wildcard: 'in/*.csv' }), false],
  [key({ 'anything-but': 'x' }), true],
  [key({ 'anything-but': ['x', 'in/People.CSV'] }), false],
  [key({ 'anything-but': { prefix: 'in/' } }), false],
  [key({ 'anything-but': { suffix: ['.txt', '.CSV'] } }), false],
  [{ detail: { object: { size: [{ numeric: ['>', 4, '<=', 5] }] } } }, true],
  [{ detail: { object: { size: [{ numeric: ['>', 5] }] } } }, false],
  [{ $or: [{ source: ['x'] }, { detail: { tags: ['a'] } }] }, true],
])('%j is %s', (pattern, expected) => {
  expect(matchesPattern(pattern, event)).toBe(expected);
});

test('a condition that it does not know is named', () => {
  expect(() => matchesPattern(key({ cidr: '10.0.0.0/8' }), event)).toThrow('cidr');
});
