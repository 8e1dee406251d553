import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { SynchronizationTexts } from '../english/synchronization.ts';

const counted = counting('de');

export const synchronization = {
  title: 'Synchronisierung',
  description:
    'Personen, die aus einem lokalen Verzeichnis wie Active Directory kommen, durch einen Agenten, der dort läuft.',
  state: 'Stand',
  switch: 'Synchronisierung',
  on: 'Ein',
  off: 'Aus',
  source: 'Lokales Verzeichnis',
  noSource: 'Es ist noch kein Lauf aus einem Verzeichnis gekommen',
  last: 'Letzter erfolgreicher Lauf',
  never: 'Noch keiner',
  latest: 'Zuletzt angeforderter Lauf',
  seeRun: 'Ansehen, was er getan hat',
  deletions: 'Löschungen in einem Lauf',
  most: (people) => counted(people, { one: 'Höchstens # Person', other: 'Höchstens # Personen' }),
  noLimit: 'So viele, wie es sind',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
  switchOnTitle: 'Synchronisierung einschalten?',
  switchOnWhat:
    'Von da an darf der Agent Personen hinzufügen, ändern und löschen. Was das lokale Verzeichnis über sie sagt, wird dort geändert und nicht mehr hier; Lizenzen, Rollen und Kennwörter bleiben hier. Es beginnt mit allen Personen. Lassen Sie den Agenten deshalb vorher einen Probelauf machen: Er ändert nichts.',
  switchOffTitle: 'Synchronisierung ausschalten?',
  switchOffWhat:
    'Aus dem lokalen Verzeichnis kommt nichts mehr, und alle Personen werden sofort hier verwaltet. Niemand wird gelöscht. Schalten Sie sie wieder ein, werden die Personen als dieselben wiedergefunden.',
  isOn: 'Die Synchronisierung ist eingeschaltet.',
  isOff: 'Die Synchronisierung ist ausgeschaltet. Alle Personen werden hier verwaltet.',
  undoneTitle: 'Ein Lauf wurde rückgängig gemacht, und alle anderen warten',
  undone:
    'Aus dem lokalen Verzeichnis kommt nichts, bis Sie es wieder zulassen. Der nächste Lauf beginnt dort, wo der rückgängig gemachte begann.',
  goOn: 'Fortsetzen',
  goOnWhat:
    'Der nächste Lauf des Agenten wird wieder angenommen. Besteht die Ursache dessen, was rückgängig gemacht wurde, noch, geschieht dasselbe noch einmal.',
  goesOn: 'Der nächste Lauf wird wieder angenommen.',
  heldTitle: (people) =>
    counted(people, {
      one: 'Ein Lauf würde # Person löschen und wartet',
      other: 'Ein Lauf würde # Personen löschen und wartet',
    }),
  heldUncounted: 'Ein Lauf würde mehr Personen löschen, als er darf, und wartet',
  held: 'Noch ist nichts davon geschehen. Sehen Sie nach, um wen es geht. Ist das nicht gewollt, bringen Sie das lokale Verzeichnis in Ordnung und brechen Sie den Lauf ab: Der nächste geht von selbst durch.',
  seeWhom: 'Ansehen, um wen es geht',
  letDelete: 'Löschen lassen',
  cancelRun: 'Lauf abbrechen',
  silentTitle: (last) => `Seit ${last} ist kein Lauf durchgekommen`,
  silent:
    'Sehen Sie nach, ob der Agent läuft und was er meldet. Verloren geht nichts: Der nächste Lauf bringt alles, was sich geändert hat.',
  errors: 'Wer nicht synchronisiert wurde',
  errorsHint: 'Diese Personen werden bei jedem Lauf wieder versucht, bis es gelingt.',
  who: 'Person',
  why: 'Warum',
  since: 'Wann',
  noErrors: 'Alle sind hier so wie im lokalen Verzeichnis',
  noErrorsWhat: 'Wer in einem Lauf abgelehnt wird, steht hier mit dem Grund.',
  more: 'Mehr anzeigen',
  loading: 'Der Stand wird abgefragt …',
  beginTitle: 'Niemand kommt aus einem lokalen Verzeichnis',
  begin:
    'Ein Agent in Ihrem Netz liest Active Directory und meldet Muster, wer da ist. Legen Sie dafür eine Anwendung mit der Rolle Directory Synchronization Accounts an, richten Sie den Agenten ein, und schalten Sie die Synchronisierung hier ein.',
} satisfies SynchronizationTexts;
