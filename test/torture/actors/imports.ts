/** Administrators who bring files, and change their mind. */
import { csv } from '../../flows/driver/import-files.ts';
import type { Import, RequestedImport } from '../../flows/driver/resources.ts';
import type { Chance } from '../chance.ts';
import type { KnownImport, World } from '../world.ts';

/** Few enough that files want the same names at times, and meet people of an earlier one. */
const names = 3000;
const maxRows = 160;
/** Those of the last imports may still run, and can be cancelled. */
const newest = 3;

const headings = [
  'User Name',
  'Display Name',
  'Employee ID',
  'Department',
  'Alternate email address',
  'Usage Location',
  'Licenses',
];

const fileBy = (world: World, chance: Chance) => {
  const rows = Array.from({ length: chance.number(1, maxRows) }, () => {
    const number = chance.number(1, names);
    const isWrong = chance.happens(0.02);
    return [
      `many${number}@${isWrong ? 'nowhere.invalid' : 'contoso.com'}`,
      `Person ${number}`,
      // Now and then that of somebody else.
      chance.happens(0.5) ? `M${chance.happens(0.95) ? number : chance.number(1, names)}` : '',
      `Team ${chance.number(1, 3)}`,
      chance.happens(0.3) ? `many${number}@example.net` : '',
      'NL',
      chance.happens(0.5) ? chance.one(world.licences).skuPartNumber : '',
    ];
  });
  return { rows: rows.length, content: csv(headings, rows) };
};

const optionsBy = (chance: Chance) => ({
  existingPeople: chance.one(['skip', 'skip', 'update']),
  seatsShort: chance.one(['unlicensed', 'unlicensed', 'reject', 'hold']),
  dryRun: chance.happens(0.2),
  ...(chance.happens(0.1) && { credentials: 'later' }),
});

/** Asks for an import and puts its file there. */
export const importFile = async (world: World, chance: Chance): Promise<void> => {
  const { rows, content } = fileBy(world, chance);
  const options = optionsBy(chance);
  const body = { fileName: `people-${rows}.csv`, ...options };
  const answer = await world.ask('import a file', { method: 'POST', path: '/v1.0/imports', body });
  if (answer?.status !== 201) return;
  const { id, upload } = answer.body as RequestedImport;
  const { ok } = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: content }).catch(
    () => ({ ok: false }),
  );
  if (ok) world.imports.set(id, { rows, isDryRun: options.dryRun });
};

type Action = 'cancel' | 'resume' | 'undo' | 'apply';

/** What each is for. Now and then it is tried at another import, which refuses it. */
const fits: Record<Action, (one: KnownImport) => boolean> = {
  cancel: () => true,
  resume: ({ isCancelled }) => isCancelled === true,
  undo: ({ isDryRun }) => !isDryRun,
  apply: ({ isDryRun }) => isDryRun === true,
};

const act = async (world: World, chance: Chance, action: Action): Promise<void> => {
  const isWrong = chance.happens(0.1);
  const found = [...world.imports].filter(([, one]) => isWrong || fits[action](one));
  if (found.length === 0) return;
  const [id, { rows }] = chance.one(action === 'cancel' ? found.slice(-newest) : found);
  const answer = await world.ask(`${action} an import`, { method: 'POST', path: `/v1.0/imports/${id}/${action}` });
  if (answer?.status !== 202) return;
  if (action === 'cancel') world.imports.set(id, { rows, isCancelled: true });
  const goesOn = answer.body as Import;
  // An undo, and an application, are imports of their own; their rows are those of the first.
  if (goesOn.id !== id) world.imports.set(goesOn.id, { rows });
};

export const cancelImport = (world: World, chance: Chance) => act(world, chance, 'cancel');
export const resumeImport = (world: World, chance: Chance) => act(world, chance, 'resume');
export const undoImport = (world: World, chance: Chance) => act(world, chance, 'undo');
export const applyImport = (world: World, chance: Chance) => act(world, chance, 'apply');
