/** `npm run secrets` knows what Muster gives out, should somebody write it into a file of the repository. */
import { readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { newClientSecret } from '../../../shared/work/access/client-secret.ts';
import { monday } from '../../fakes/clock.ts';

type Rule = { id: string; options?: { patterns: { patterns: string[] }[] } };

const { rules } = JSON.parse(readFileSync('.secretlintrc.json', 'utf8')) as { rules: Rule[] };
const patterns = rules
  .flatMap(({ options }) => options?.patterns.flatMap((one) => one.patterns) ?? [])
  .map((text) => new RegExp(text.slice(1, -1)));

test('client secrets and tokens are found', async () => {
  const anywhere = { send: async () => ({}) } as unknown as DynamoDBDocumentClient;
  const grant = { kind: 'person', userId: 'ada', generation: 0 } as const;
  const token = await tokens(anywhere, 'Directory').mint(grant, { from: monday, seconds: 60 });
  for (const secret of [token, newClientSecret().text]) {
    expect(patterns.some((pattern) => pattern.test(`token: '${secret}'`))).toBe(true);
  }
});
