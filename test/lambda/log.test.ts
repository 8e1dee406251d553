/** A log line holds what is on the list, and nothing else. */
import { log, logError, requestId, withRequestId } from '../../shared/lambda/log.ts';
import { collectLog } from '../graph/calling.ts';

const written = collectLog();

test('a line is JSON with its event, the request’s id and the fields of the list', () => {
  withRequestId('r1', () => log('event', { importId: 'i', people: 3 }));
  expect(written.lines()).toEqual([{ level: 'INFO', event: 'event', requestId: 'r1', importId: 'i', people: 3 }]);
});

test('fields outside the list are dropped, even where the type was circumvented', () => {
  const more = {
    importId: 'i',
    password: 'marked',
    body: { marked: 1 },
    to: 'marked@example.net',
    level: 'marked',
    event: 'marked',
  };
  log('event', more as never);
  logError('event', new Error('x'), more as never);
  expect(written.text()).not.toContain('marked');
  expect(written.lines()[0]).toEqual({ level: 'INFO', event: 'event', requestId: '', importId: 'i' });
});

test('of an error its name and frames are told, never its message, cause or properties', () => {
  const error = Object.assign(new RangeError('marked\n    at marked'), {
    detail: 'marked',
    cause: new Error('marked'),
  });
  error.stack = `RangeError: marked\nmarked line two\n    at work (file.ts:1:1)`;
  logError('event', error);
  expect(written.text()).not.toContain('marked');
  expect(written.lines()).toMatchObject([{ level: 'ERROR', error: 'RangeError', at: ['at work (file.ts:1:1)'] }]);
});

test.each([['marked'], [undefined], [null], [{ message: 'marked' }]])(
  'what is thrown and is no error: %j',
  (thrown) => {
    logError('event', thrown);
    expect(written.text()).not.toContain('marked');
    expect(written.lines()).toMatchObject([{ level: 'ERROR', error: typeof thrown }]);
  },
);

test('a line is one line, whatever is in it', () => {
  log('event', { route: 'GET /\r\n{"level":"INFO"}' });
  expect(written.text().trim().split('\n')).toHaveLength(1);
});

test('two requests at once keep their ids apart', async () => {
  const ids = await Promise.all(
    ['a', 'b', 'c'].map((id) =>
      withRequestId(id, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return requestId();
      }),
    ),
  );
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(requestId()).toBe('');
});
