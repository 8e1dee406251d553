/** Whether the system is as its answers said: what was done is there, what was refused is not, and who was told can sign in. */
import { lastMailed, signInAs } from './actors/sign-in.ts';
import type { Known } from './people.ts';
import type { World } from './world.ts';

/** Signing in hashes for half a second where the password was chosen, so only some try. */
const maxSignIns = 40;

const judgePerson = async ({ muster, findings }: World, person: Known): Promise<void> => {
  const { status, body } = await muster.api.ask('GET', `/v1.0/users/${person.id}`);
  if (person.isUncertain) return;
  const expected = person.isDeleted ? 404 : 200;
  if (status !== expected) findings.push(`${person.id} is answered with ${status}, and not with ${expected}`);
  if (status !== 200) return;
  for (const property of ['userPrincipalName', 'displayName'] as const) {
    const found = (body as Known)[property];
    if (found !== person[property]) findings.push(`${property} of ${person.id} is ${found}, not ${person[property]}`);
  }
};

const judgeImport = async ({ muster: { api }, findings }: World, id: string, rows: number): Promise<void> => {
  const over = await api.import(id);
  if (over.status !== 'succeeded') return;
  if (over.kind === 'undo' || over.applies !== null || over.options.dryRun) return;
  const lines = await api.report(id);
  const numbers = new Set(lines.map(({ rowNumber }) => rowNumber));
  const told = over.created + over.updated + over.unchanged + over.refused;
  if (lines.length !== rows || numbers.size !== rows || told !== rows) {
    findings.push(`import ${id} of ${rows} rows tells of ${told}, in ${lines.length} lines of ${numbers.size} rows`);
  }
};

const judgeSignIn = async (world: World, person: Known): Promise<boolean> => {
  const password = person.password ?? (await lastMailed(world, person));
  if (password === undefined) {
    world.findings.push(`${person.id} was never mailed`);
    return true;
  }
  const answer = await signInAs(world, person, password);
  const isIn = answer?.status === 200 || JSON.stringify(answer?.body).includes('"passwordChange"');
  if (!isIn) world.findings.push(`${person.id} cannot sign in: ${answer?.status}`);
  return true;
};

/** Adds what is wrong to the findings; says how much was looked at. */
export const judgeHistory = async (world: World): Promise<Record<string, number>> => {
  const people = world.people.all();
  for (const person of people) await judgePerson(world, person);
  for (const [id, { rows }] of world.imports) await judgeImport(world, id, rows);
  const signingIn = people.filter(({ isDeleted, isUncertain }) => !isDeleted && !isUncertain).slice(-maxSignIns);
  for (const person of signingIn) await judgeSignIn(world, person);
  return {
    'people as answered': people.length,
    'imports with all rows': world.imports.size,
    'sign-ins': signingIn.length,
  };
};
