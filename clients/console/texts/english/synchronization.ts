/** What the page of pages/synchronization says. */
import { counting } from '../../../../shared/refusals/words/counting.ts';

const counted = counting('en');

export const synchronization = {
  title: 'Synchronization',
  description: 'People who come from a directory on premises, such as Active Directory, by an agent that runs there.',
  state: 'How it stands',
  switch: 'Synchronization',
  on: 'On',
  off: 'Off',
  source: 'Directory on premises',
  noSource: 'No run has come from one yet',
  last: 'Last run that came through',
  never: 'None yet',
  latest: 'Run asked for last',
  seeRun: 'See what it did',
  deletions: 'Deletions in one run',
  most: (people: number) => counted(people, { one: '# person at most', other: '# people at most' }),
  noLimit: 'As many as there are',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchOnTitle: 'Switch the synchronization on?',
  switchOnWhat:
    'From then on the agent may add, change and delete people. What the directory on premises says of them is changed there, and no longer here; licenses, roles and passwords stay here. It begins with everybody, so let the agent do a dry run before: it changes nothing.',
  switchOffTitle: 'Switch the synchronization off?',
  switchOffWhat:
    'Nothing comes from the directory on premises any more, and everybody is managed here at once. Nobody is deleted. Switched on again, people are found again as those that they are.',
  isOn: 'The synchronization is on.',
  isOff: 'The synchronization is off. Everybody is managed here.',
  undoneTitle: 'A run was undone, and all others wait',
  undone:
    'Nothing comes from the directory on premises until you let it go on. The next run begins where the undone one began.',
  goOn: 'Let it go on',
  goOnWhat:
    'The next run of the agent is taken again. If the cause of what was undone is still there, the same happens again.',
  goesOn: 'The next run is taken again.',
  heldTitle: (people: number) =>
    counted(people, {
      one: 'A run would delete # person, and waits',
      other: 'A run would delete # people, and waits',
    }),
  heldUncounted: 'A run would delete more people than it may, and waits',
  held: 'Nothing of it has been done. Look at whom it is about. If that is not meant, repair the directory on premises and cancel the run: the next one goes through by itself.',
  seeWhom: 'See whom',
  letDelete: 'Let it delete',
  cancelRun: 'Cancel the run',
  silentTitle: (last: string) => `No run has come through since ${last}`,
  silent:
    'Look whether the agent runs, and what it says. Nothing is lost: the next run brings everything that changed.',
  errors: 'Who was not synchronized',
  errorsHint: 'They are tried again in each run, until it works.',
  who: 'Person',
  why: 'Why',
  since: 'When',
  noErrors: 'Everybody is here as in the directory on premises',
  noErrorsWhat: 'Whoever is refused in a run is named here, with the reason.',
  more: 'Show more',
  loading: 'Looking how it stands …',
  beginTitle: 'Nobody comes from a directory on premises',
  begin:
    'An agent on your premises reads Active Directory and tells Muster who is there. Make an application with the role Directory Synchronization Accounts for it, set the agent up, and switch it on here.',
};

export type SynchronizationTexts = typeof synchronization;
