import type { ProblemsTexts } from '../english/problems.ts';

export const problems = {
  offline: {
    title: 'Keine Verbindung',
    way: 'Ihr Browser erreicht Muster nicht. Prüfen Sie das Netz und versuchen Sie es noch einmal; was Sie eingegeben haben, ist nicht verloren.',
  },
  unavailable: {
    title: 'Muster kann gerade nicht antworten',
    way: 'Versuchen Sie es in einer Minute noch einmal. Bleibt es so, sagen Sie es denen, die Muster für Sie betreiben.',
  },
  tooMany: {
    title: 'Zu viele Anfragen',
    way: 'Auch andere arbeiten gerade. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  },
  tooManyFor: (seconds) => `Auch andere arbeiten gerade. Versuchen Sie es in ${seconds} Sekunden noch einmal.`,
  signedOut: { title: 'Ihre Sitzung ist zu Ende', way: 'Melden Sie sich wieder an, um weiterzumachen.' },
  forbidden: {
    title: 'Das dürfen Sie nicht',
    way: 'Dafür brauchen Sie eine Rolle, die Sie nicht haben. Ein globaler Administrator (Global Administrator) kann sie Ihnen geben.',
  },
  changed: {
    title: 'Jemand anderes hat das inzwischen geändert',
    way: 'Von Ihrer Änderung wurde nichts gespeichert. Sehen Sie sich an, was jetzt dort steht, und ändern Sie es dann noch einmal.',
  },
  isNow: (property, value) => `${property} ist jetzt „${value}“`,
  elsewhere: 'Etwas, das nicht auf diesem Formular steht.',
  notFound: {
    title: 'Das ist nicht mehr da',
    way: 'Vielleicht hat es jemand entfernt. Gehen Sie zurück zur Liste und sehen Sie noch einmal nach.',
  },
  refused: { title: 'Das geht nicht', way: 'Ändern Sie, was unten steht, und versuchen Sie es dann noch einmal.' },
  toList: 'Zur Liste',
  tryAgain: 'Noch einmal versuchen',
  showCurrent: 'Zeigen, was jetzt dort steht',
  requestId: (id) => `Anfrage ${id}`,
} satisfies ProblemsTexts;
