/** No password stands anywhere in the clear, but in the mail that brings it and in the file that it came in; nor does a session's token. */
import { dirname } from 'node:path';
import { csv } from '../driver/import-files.ts';
import { passwordIn, passwordsIn } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { filesBelow, keptInAws, type Place, placesWithSecrets, type Secrets } from '../driver/secrets.ts';
import { sharedMuster, sharedOutputsFile, testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let secrets: Secrets;
/** Names that may stand anywhere: the search has to find them, or it proves nothing. */
let names: string[];
const answers: Place[] = [];

/** Chosen passwords of test/samples, whichever of its files have been imported by now. */
const ofSamples = ['Pa55w0rd-Initial!', 'An0ther-Initial!', 'myPassword1234', 'Pa$$w0rd'];

const chosenPassword = () => `Own-${unique()}-Kookaburra/7+`;

beforeAll(async () => {
  muster = await sharedMuster();
  const [byApi, shown, inFile] = [someone('Ada'), someone('Bo'), someone('Cy')];
  const [apiPassword, filePassword] = [chosenPassword(), chosenPassword()];
  await ask('POST', '/v1.0/users', { ...byApi, passwordProfile: { password: apiPassword } });
  await muster.api.ask('POST', '/v1.0/users', { ...someone('Di'), passwordProfile: { password: 'Pa$$w0rd' } });
  const { passwordProfile } = await muster.api.addUser({ ...shown, credentialDelivery: { show: true } });

  const headings = ['User Name', 'Display Name', 'Alternate email address', 'Password'];
  const row = [inFile.userPrincipalName, inFile.displayName, inFile.otherMails[0], filePassword];
  const refusedRow = ['not a name@contoso.com', 'Nobody', '', chosenPassword()];
  const over = await muster.files.importFile(`secrets/${unique()}.csv`, csv(headings, [row, refusedRow, row]));
  expect(over).toMatchObject({ created: 1, refused: 2 });
  for (const { otherMails } of [byApi, inFile]) await muster.mailbox.mail({ to: otherMails[0] });

  const cookies = [
    await cookieOf('/v1.0/signIn', { userPrincipalName: byApi.userPrincipalName, password: apiPassword }),
    await cookieOf('/v1.0/session', { token: muster.token }),
  ];
  const generated = someone('Eve');
  await muster.api.addUser(generated);
  passwordIn(await muster.mailbox.mail({ to: generated.otherMails[0] }));

  const mailed = (await muster.mailbox.all()).flatMap(({ text }) => passwordsIn(text));
  secrets = {
    generated: new Set([...mailed, passwordProfile.password ?? '']),
    chosen: [apiPassword, filePassword, refusedRow[3] as string, ...ofSamples, ...cookies],
  };
  names = [byApi, shown, inFile, generated].map(({ userPrincipalName }) => userPrincipalName);

  for (const path of [`/v1.0/imports/${over.id}`, `/v1.0/imports/${over.id}/report`, '/v1.0/users?$top=999']) {
    await ask('GET', path);
  }
  for (const name of names) await ask('GET', `/v1.0/users/${name}`);
});
afterAll(() => muster.close());

/** Asks the API and keeps its answer to be looked through. */
const ask = async (method: string, path: string, body?: object) => {
  const { text } = await muster.api.ask(method, path, body);
  answers.push({ name: `the answer to ${method} ${path}`, bytes: Buffer.from(text) });
};

/** The token of a session that a browser would have in its cookie, and that nothing else may have. */
const cookieOf = async (path: string, body: object): Promise<string> => {
  const headers = { 'content-type': 'application/json', 'x-muster-console': '1' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${muster.outputs.ApiUrl}${path}`, request);
  answers.push({ name: `the answer to POST ${path}`, bytes: Buffer.from(await answer.text()) });
  const [, token = ''] = /muster=(muster_[\w-]+);/.exec(answer.headers.getSetCookie().join()) ?? [];
  expect(token).not.toBe('');
  return token;
};

const namesIn = (places: readonly Place[]) => names.filter((name) => places.some(({ bytes }) => bytes.includes(name)));

test('the search finds a password, however it is written', () => {
  const [[generated = ''], [chosen = '']] = [[...secrets.generated], secrets.chosen];
  const written = [`x${generated}y`, chosen, Buffer.from(chosen).toString('hex'), btoa(`{"password":"${chosen}"}`)];
  const places = written.map((text) => ({ name: 'here', bytes: Buffer.from(text) }));
  expect(placesWithSecrets(places, secrets)).toHaveLength(written.length);
});

test('not in what the API answers', () => {
  expect(namesIn(answers)).toEqual(names);
  expect(placesWithSecrets(answers, secrets)).toEqual([]);
});

test('not in the tables, the queues and the reports', async () => {
  const places = await keptInAws(muster);
  expect(namesIn(places)).toEqual(names);
  expect(placesWithSecrets(places, secrets)).toEqual([]);
});

test('not in the mails to anybody, where it was chosen', async () => {
  const mails = (await muster.mailbox.all()).map((mail) => {
    return { name: `the mail "${mail.subject}"`, bytes: Buffer.from(JSON.stringify(mail)) };
  });
  expect(placesWithSecrets(mails, { chosen: secrets.chosen, generated: new Set() })).toEqual([]);
});

test('not in the messages that carry rows with chosen passwords: there they are sealed', async () => {
  const queue = await muster.queues.before(muster.outputs.RowsDeadLetterQueueUrl);
  const person = someone('Flo');
  const password = chosenPassword();
  const row = [person.userPrincipalName, person.displayName, person.otherMails[0], password];
  const headings = ['User Name', 'Display Name', 'Alternate email address', 'Password'];
  const thief = muster.queues.steal(queue);
  const isOwn = (body: string) => body.includes(person.userPrincipalName);
  // The system may be quicker: then the same row comes in another file.
  await waitFor(
    'a row on its way',
    async () => {
      await muster.files.putFile(`secrets/${unique()}.csv`, csv(headings, [row]));
      return thief.stolen.filter(isOwn).length;
    },
    (stolen) => stolen > 0,
    { every: 1 },
  );
  const stolen = await thief.stop();
  for (const body of stolen) await muster.queues.send(queue, JSON.parse(body));

  expect(stolen.filter(isOwn).every((body) => body.includes('"sealedPassword"'))).toBe(true);
  const places = stolen.map((body) => ({ name: 'a message', bytes: Buffer.from(body) }));
  expect(placesWithSecrets(places, { ...secrets, chosen: [...secrets.chosen, password] })).toEqual([]);
  await muster.mailbox.mail({ to: person.otherMails[0] });
});

testLocally('not in the data folder: tables, queues, reports, logs, and the mailbox, which is sealed', async () => {
  const home = dirname(dirname(sharedOutputsFile));
  // The file that an administrator uploads stays as it is, until its bucket lets it expire.
  const isUploaded = (path: string) => path.includes(`/${muster.outputs.ImportBucketName}/`);
  const places = [...filesBelow(home, isUploaded)];
  expect(namesIn(places.filter(({ name }) => name.includes('dynamodb')))).toEqual(names);
  for (const part of ['/queues/', '/logs/', `/${muster.outputs.ReportBucketName}/`, '/mails']) {
    expect(places.some(({ name, bytes }) => name.includes(part) && bytes.length > 0)).toBe(true);
  }
  expect(placesWithSecrets(places, secrets)).toEqual([]);
});
