/** Which messages a batch's result lets go, by Lambda's rules. */
import { doneWith } from '../../infra/local/loops/deliver.ts';

const messages = ['a', 'b'].map((MessageId) => ({ MessageId }));
const failures = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

test.each([
  ['nothing', undefined, 'ab'],
  ['null', null, 'ab'],
  ['an empty object', {}, 'ab'],
  ['a null list', { batchItemFailures: null }, 'ab'],
  ['an empty list', failures(), 'ab'],
  ['one', failures('a'), 'b'],
  ['all', failures('a', 'b'), ''],
  ['a stranger', failures('a', 'x'), ''],
  ['an empty id', failures(''), ''],
  ['a null id', failures(null), ''],
  ['a list of another form', { batchItemFailures: [{ id: 'a' }] }, ''],
])('reported: %s', (_, result, expected) => {
  expect(
    doneWith(messages, result, true)
      .map(({ MessageId }) => MessageId)
      .join(''),
  ).toBe(expected);
});

test('without partial reports any result lets all go', () => {
  expect(doneWith(messages, failures('a'), false)).toHaveLength(2);
});
