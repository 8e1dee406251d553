/** Lets the system end what it has begun, when nothing goes wrong any more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sendBack } from '../../clients/redrive/send-back.ts';
import { gathered } from '../flows/driver/api.ts';
import type { Import, User } from '../flows/driver/resources.ts';
import { peace } from './fault-plan.ts';
import type { World } from './world.ts';

/** By how much time goes on before a sweep: ever more, as the pauses between tries of a mail are doubled. */
const minutesBefore = (round: number): number => Math.min(20 * 2 ** (round - 1), 360);
/** Enough for a mail that waits for a day, and less than the week after which a mailed password lapses. */
const maxRounds = 25;

/** Puts what functions gave up back to where it came from, as `npm run redrive` does. */
const sendAllBack = async ({ engine: { clients, system } }: World): Promise<number> => {
  let count = 0;
  for (const { arn, name, url: deadLettersUrl } of system.queues) {
    const source = system.queues.find(({ deadLetterArn }) => deadLetterArn === arn);
    if (source) count += await sendBack(clients.sqs, { name, deadLettersUrl, workUrl: source.url });
  }
  return count;
};

/**
 * Waits until no message waits and none is in a function's hands, twice in a row; or until nothing has moved for some
 * seconds, since a message that is put off for minutes is no more than a hint at what the sweep finds as well.
 */
const untilQuiet = async ({ engine }: World): Promise<void> => {
  let [before, same] = ['', 0];
  for (let quiet = 0; quiet < 2 && same < 10; ) {
    await sleep(500);
    const counts = engine.queueCounts();
    const isQuiet = counts.every(({ waiting, inFlight }) => waiting + inFlight === 0);
    quiet = isQuiet ? quiet + 1 : 0;
    const isAtWork = counts.some(({ inFlight }) => inFlight > 0);
    same = !isAtWork && JSON.stringify(counts) === before ? same + 1 : 0;
    before = JSON.stringify(counts);
  }
};

/** What is still to be done: imports that run, people whose mail is owed. */
const open = async ({ muster: { api } }: World) => {
  const imports = (await api.imports()).filter(({ status }) => ['notStarted', 'running', 'onHold'].includes(status));
  const people = await gathered(api.walk<User>('/v1.0/users?$top=999'));
  return { imports, owed: people.filter(({ credentialMail }) => credentialMail.state === 'owed').length };
};

/** What told of itself only that it waits for its file, which never came. */
const hasNoFile = ({ status, rows }: Import) => status === 'notStarted' && rows === null;

/**
 * Until every import is over and every mail that is owed is sent. Time goes on by minutes, since that is when the sweep
 * finds what was lost; imports on hold are cancelled. Returns how many messages had been given up.
 */
export const settle = async (world: World): Promise<{ givenUp: number; rounds: number }> => {
  const { engine, muster, findings } = world;
  engine.faults.plan(peace);
  let givenUp = 0;
  for (let rounds = 1; rounds <= maxRounds; rounds += 1) {
    givenUp += await sendAllBack(world);
    await untilQuiet(world);
    const { imports, owed } = await open(world);
    const unfinished = imports.filter((one) => !hasNoFile(one));
    if (unfinished.length === 0 && owed === 0) return { givenUp, rounds };
    for (const { id, status } of unfinished) if (status === 'onHold') await muster.api.askOfImport(id, 'cancel');
    engine.clock.move(new Date(engine.clock.now().getTime() + minutesBefore(rounds) * 60_000));
    await engine.schedules.runAll();
  }
  const { imports, owed } = await open(world);
  findings.push(`it does not settle: ${imports.map(({ id, status }) => `${id} ${status}`)}; ${owed} mails are owed`);
  return { givenUp, rounds: maxRounds };
};
