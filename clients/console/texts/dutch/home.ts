import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { HomeTexts } from '../english/home.ts';

const counted = counting('nl');

export const home = {
  title: 'Start',
  counting: 'Personen worden geteld …',
  needsTitle: 'Wat op u wacht',
  nothing: 'Er is nu niets te doen.',
  partOnly: 'De directory is groot: er is maar bij een deel van de gebruikers naar teruggekomen mails gezocht.',
  lookAtAll: 'Bij iedereen zoeken',
  noAdministrator: 'Nog niemand is globale beheerder',
  noAdministratorWhat:
    'U bent aangemeld met het token van een operator. Voeg uzelf toe als gebruiker met de rol Global Administrator en meld u vanaf dan met uw naam aan.',
  addAdministrator: 'De eerste beheerder toevoegen',
  onHold: (file) => `${file} wacht op uw beslissing`,
  onHoldWhat: (seats) =>
    counted(seats, {
      one: 'Er ontbreekt # licentie: koop die, of laat de import zonder doorgaan.',
      other: 'Er ontbreken # licenties: koop die, of laat de import zonder doorgaan.',
    }),
  decide: 'Beslissen',
  refused: (file, rows) =>
    counted(rows, { one: `# rij van ${file} is geweigerd`, other: `# rijen van ${file} zijn geweigerd` }),
  seeRows: 'Zien waarom',
  failed: (file) => `${file} is niet geïmporteerd`,
  seeImport: 'De import bekijken',
  moreImports: (imports) =>
    counted(imports, { one: 'Nog # import vraagt aandacht', other: 'Nog # imports vragen aandacht' }),
  seeImports: 'Alle imports bekijken',
  synchronizationHeld: 'De synchronisatie is aangehouden',
  heldWhy: {
    undone: 'Een run is ongedaan gemaakt. Uit de lokale directory komt niets meer totdat u haar laat doorgaan.',
    deletions: 'Een run zou meer personen verwijderen dan mag. Bekijk wie, voordat u haar laat doorgaan.',
  },
  synchronizationSilent: (last) => `Sinds ${last} is er niets uit de lokale directory gekomen`,
  silentWhat: 'Kijk of de agent daarvan draait en wat die meldt.',
  synchronizationRefused: (objects, isAll) =>
    counted(objects, {
      one: `${isAll ? '' : 'Minstens '}# persoon is niet gesynchroniseerd`,
      other: `${isAll ? '' : 'Minstens '}# personen zijn niet gesynchroniseerd`,
    }),
  waiting: (licence, people) =>
    counted(people, { one: `# persoon wacht op ${licence}`, other: `# personen wachten op ${licence}` }),
  waitingWhat: 'Zodra er licenties zijn, worden ze vanzelf toegewezen, in de volgorde van de rij.',
  buy: (seats) => `${seats} kopen`,
  bouncedOne: (name) => `De mail met het wachtwoord voor ${name} kwam terug`,
  bounced: (people, isAll) =>
    counted(people, {
      one: `${isAll ? '' : 'Minstens '}# mail met een wachtwoord kwam terug`,
      other: `${isAll ? '' : 'Minstens '}# mails met wachtwoorden kwamen terug`,
    }),
  bouncedWhat: 'Verbeter het alternatieve e-mailadres en verstuur de mail opnieuw.',
  correct: 'Verbeteren',
  graces: (mailboxes) =>
    counted(mailboxes, { one: '# postvak sluit binnen 30 dagen', other: '# postvakken sluiten binnen 30 dagen' }),
  gracesWhat: (first) => `Er hoort geen licentie meer bij. Het eerste sluit op ${first}.`,
  seeWhose: 'Zien van wie',
  deletions: (people) =>
    counted(people, {
      one: '# verwijderde gebruiker is binnen 7 dagen voorgoed weg',
      other: '# verwijderde gebruikers zijn binnen 7 dagen voorgoed weg',
    }),
  deletionsWhat: 'Tot dan kunnen zij worden teruggehaald.',
  seeWhom: 'Zien wie',
  firstTitle: 'Begin hier',
  firstWhat: 'Er staat nog niemand in de directory. Doe dit op volgorde; alles kan ook later.',
  stepLicences: 'Opgeven welke licenties u hebt',
  stepLicencesWhat: 'Producten en het aantal licenties van elk, zodat ze kunnen worden toegewezen.',
  goToLicences: 'Naar licenties',
  stepOne: 'Eén persoon toevoegen',
  stepOneWhat: 'Naam, wachtwoord, licenties en rollen, in vier stappen.',
  stepMany: 'Velen tegelijk toevoegen',
  stepManyWhat: 'Uit een spreadsheet. U ziet wat die zou doen voordat er iets verandert.',
  numbers: 'De getallen',
  licences: 'Licenties',
  licence: 'Licentie',
  oneLicence: (name, given, free, waiting) =>
    `${name}: ${given} toegewezen, ${free} beschikbaar, op ${waiting} wordt gewacht.`,
  seats: { given: 'Toegewezen', reserved: 'Gereserveerd voor imports', free: 'Beschikbaar', waiting: 'Op gewacht' },
  countOfSeats: 'Aantal',
  imports: 'Imports',
  file: 'Bestand',
  when: 'Wanneer',
  outcomes: { created: 'Toegevoegd', updated: 'Gewijzigd', refused: 'Geweigerd' },
  rows: 'Rijen',
  oneImport: (created, updated, refused) => `${created} toegevoegd, ${updated} gewijzigd, ${refused} geweigerd.`,
  passwords: 'Wachtwoorden die de komende 30 dagen verlopen',
  noPassword: 'De komende 30 dagen verloopt er geen wachtwoord.',
  onePasswordDay: (people, day) =>
    counted(people, {
      one: `Op ${day} verloopt # wachtwoord, en verder geen.`,
      other: `Op ${day} verlopen # wachtwoorden, en verder geen.`,
    }),
  day: 'Dag',
  ends: { passwordsExpiring: 'Wachtwoorden', temporaryPasswordsLapsing: 'Tijdelijke wachtwoorden' },
  countOfPeople: 'Personen',
  people: 'Personen in de afgelopen 90 dagen',
  counts: { people: 'Personen', blocked: 'Van wie geblokkeerd', deleted: 'Verwijderd, terug te halen' },
} satisfies HomeTexts;
