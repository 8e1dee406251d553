import type { ProblemsTexts } from '../english/problems.ts';

export const problems = {
  offline: {
    title: 'Geen verbinding',
    way: 'Uw browser kan Muster niet bereiken. Controleer het netwerk en probeer het opnieuw; wat u typte, is niet verloren.',
  },
  unavailable: {
    title: 'Muster kan nu niet antwoorden',
    way: 'Probeer het over een minuut opnieuw. Blijft het zo, zeg het dan tegen wie Muster voor u beheert.',
  },
  tooMany: { title: 'Te veel aanvragen', way: 'Anderen zijn ook bezig. Wacht even en probeer het dan opnieuw.' },
  tooManyFor: (seconds) => `Anderen zijn ook bezig. Probeer het over ${seconds} seconden opnieuw.`,
  signedOut: { title: 'Uw sessie is beëindigd', way: 'Meld u opnieuw aan om verder te gaan.' },
  forbidden: {
    title: 'Dit mag u niet doen',
    way: 'Hiervoor is een rol nodig die u niet hebt. Een hoofdbeheerder (Global Administrator) kan u die geven.',
  },
  changed: {
    title: 'Iemand anders heeft dit intussen gewijzigd',
    way: 'Van uw wijziging is niets opgeslagen. Bekijk wat er nu staat en wijzig het daarna opnieuw.',
  },
  isNow: (property, value) => `${property} is nu ‘${value}’`,
  elsewhere: 'Iets wat niet op dit formulier staat.',
  notFound: {
    title: 'Dit is er niet meer',
    way: 'Misschien heeft iemand het verwijderd. Ga terug naar de lijst en kijk opnieuw.',
  },
  refused: { title: 'Dit kan niet', way: 'Wijzig wat hieronder staat en probeer het dan opnieuw.' },
  toList: 'Naar de lijst',
  tryAgain: 'Opnieuw proberen',
  showCurrent: 'Tonen wat er nu staat',
  requestId: (id) => `Aanvraag ${id}`,
} satisfies ProblemsTexts;
