/** Who got a role by a file is named in the mail about it. */
import { mailLanguages } from '../../shared/domain/organisation.ts';
import { mostNamed } from '../../shared/mail/imports/import-blocks.ts';
import { importResults } from '../../shared/mail/imports/import-results.ts';
import { organisation } from './every-mail.ts';
import { finished, roles, tried, undone } from './imports.ts';

const textOf = (outcome: Parameters<typeof importResults>[0], language: (typeof mailLanguages)[number] = 'en') =>
  importResults(outcome, { organisation, language }).text;

test.each(mailLanguages)(
  'who got a role is named with it, and the others are counted, in %s (weakness 2)',
  (language) => {
    const text = textOf(finished, language);
    for (const fact of ['Person 7', 'p7@contoso.com', 'Global Administrator', 'p9@contoso.com', '21']) {
      expect(text).toContain(fact);
    }
  },
);

test('each kind says it in its own way', () => {
  expect(textOf(finished)).toContain('These people got administrator roles');
  expect(textOf(tried)).toContain('These people would get administrator roles');
  expect(textOf(undone)).toContain('These people lost administrator roles');
  expect(textOf(undone)).not.toContain('got administrator roles');
  const { roles: _roles, ...nobody } = finished;
  expect(textOf(nobody)).not.toContain('administrator roles');
});

test('so many are named and no more, and a name breaks no line', () => {
  const [row] = roles.rows;
  if (!row) throw new Error('there is nobody to name');
  const rows = Array.from({ length: 30 }, () => ({ ...row, displayName: 'Evil\r\n\r\nBcc: x' }));
  const text = textOf({ ...finished, roles: { rows, count: 3000 } });
  expect(text.match(/p7@contoso\.com/g)).toHaveLength(mostNamed);
  expect(text).toContain('2,980 more people');
  expect(text).not.toMatch(/^Bcc/m);
});
