import { dutchFacts } from '../../refusals/facts/dutch.ts';
import { dutchFileRefusals } from '../../refusals/files/dutch.ts';
import { dutchRowRefusals } from '../../refusals/rows/dutch.ts';
import { counting } from '../../refusals/words/counting.ts';
import { dutchImports } from './dutch-imports.ts';
import type { MailTexts } from './mail-texts.ts';
import { peopleSecurity } from './people-security.ts';
import { personSecurity } from './person-security.ts';
import { strayTexts } from './stray-texts.ts';

const counted = counting('nl');
const days = (count: number) => counted(count, { one: '# dag', other: '# dagen' });
const people = (count: number) => counted(count, { one: '# persoon', other: '# personen' });

/** The mails in Dutch. */
export const dutch: MailTexts = {
  label: (name) => `${name}: `,
  greeting: (name) => (name ? `Beste ${name},` : 'Beste beheerder,'),
  footer: {
    automatic: (organisation) => `Automatisch verzonden door de gebruikersadministratie van ${organisation}.`,
    questions: (address) => `Vragen? Neem contact op met uw beheerder: ${address}`,
  },
  fields: {
    name: 'Naam',
    userName: 'Gebruikersnaam',
    password: 'Wachtwoord',
    temporaryPassword: 'Tijdelijk wachtwoord',
    signIn: 'Aanmelden',
    signInAt: 'Aanmelden op',
    quickStart: 'Beknopte handleiding',
    refusedAddress: 'Geweigerd adres',
  },
  personCredentials: {
    subject: (organisation) => `Uw gebruikersnaam en wachtwoord voor ${organisation}`,
    subjectWithoutPassword: (organisation) => `Uw gebruikersnaam voor ${organisation}`,
    title: (organisation) => `Uw account bij ${organisation}`,
    introduction: (organisation) => `Er is een account voor u gemaakt bij ${organisation}. Zo meldt u zich aan:`,
    introductionAgain: (organisation) => `U hebt een account bij ${organisation}. Zo meldt u zich aan:`,
    chosenPassword:
      'Uw wachtwoord is gekozen door uw beheerder. U krijgt het van uw beheerder; het wordt nooit per e-mail verzonden.',
    replaces: 'Deze e-mail vervangt alle eerdere. Alleen het nieuwste wachtwoord werkt.',
    replacesWithoutPassword: 'Deze e-mail vervangt alle eerdere.',
    keepSecret: 'Houd deze e-mail voor uzelf: wie het wachtwoord heeft, kan zich als u aanmelden.',
    mustChange: 'Bij de eerste aanmelding moet u een nieuw wachtwoord kiezen.',
    worksUntil: (moment) => `Het wachtwoord werkt tot ${moment}. Vraag daarna uw beheerder om een nieuw wachtwoord.`,
  },
  administratorCredentials: {
    subjectForOne: (name) => `Gebruikersnaam en wachtwoord van ${name}`,
    subject: (count) => `Gebruikersnamen en wachtwoorden van ${people(count)}`,
    introduction: (count, organisation) =>
      counted(count, {
        one: `Voor deze persoon is een account gemaakt bij ${organisation}. Geef de gebruikersnaam en het wachtwoord door op een manier waarop niemand anders ze kan lezen.`,
        other: `Voor deze # personen is een account gemaakt bij ${organisation}. Geef ieder van hen de eigen gebruikersnaam en het eigen wachtwoord door op een manier waarop niemand anders ze kan lezen.`,
      }),
    subjectForOneWithout: (name) => `Gebruikersnaam van ${name}`,
    subjectWithout: (count) => `Gebruikersnamen van ${people(count)}`,
    subjectForSome: (count) => `Gebruikersnamen van ${people(count)}, sommige met wachtwoord`,
    introductionWithout: (organisation) =>
      `Geef ieder van deze personen bij ${organisation} de gebruikersnaam. Het wachtwoord is het wachtwoord dat voor hen is gekozen; het gaat nooit per e-mail.`,
    refused:
      'De maildienst heeft de onderstaande adressen geweigerd; daarom ontvangt u deze aanmeldgegevens. Verbeter de adressen.',
    chosenPassword: 'gekozen door de beheerder',
    replaces: 'Deze e-mail vervangt alle eerdere. Alleen het nieuwste wachtwoord werkt.',
    keepSecret: 'Verwijder deze e-mail zodra de wachtwoorden zijn doorgegeven.',
    mustChange: 'Bij de eerste aanmelding moet een nieuw wachtwoord worden gekozen.',
    worksUntil: (moment) => `Het wachtwoord werkt tot ${moment}. Daarna helpt alleen een nieuw wachtwoord.`,
  },
  personNotice: {
    ...personSecurity.nl,
    passwordWarning: (organisation, count, day) => ({
      title: `Uw wachtwoord voor ${organisation} verloopt over ${days(count)}`,
      paragraphs: [
        `Het wachtwoord van uw account verloopt over ${days(count)}, op ${day}. Meld u vóór die tijd aan en kies een nieuw wachtwoord.`,
        'Doet u dat niet, dan moet u na die dag bij uw eerstvolgende aanmelding een nieuw wachtwoord kiezen.',
      ],
    }),
    passwordExpired: (organisation, day) => ({
      title: `Uw wachtwoord voor ${organisation} is verlopen`,
      paragraphs: [
        `Het wachtwoord van uw account is op ${day} verlopen. Bij uw volgende aanmelding moet u een nieuw wachtwoord kiezen.`,
      ],
    }),
    temporaryPasswordLapsed: (organisation, day) => ({
      title: `Uw tijdelijke wachtwoord voor ${organisation} werkt niet meer`,
      paragraphs: [
        `Uw tijdelijke wachtwoord is niet op tijd vervangen en werkt sinds ${day} niet meer. Vraag uw beheerder om een nieuw wachtwoord.`,
      ],
    }),
    graceReminder: (organisation, count, day) => ({
      title: `Uw postvak bij ${organisation} wordt over ${days(count)} uitgeschakeld`,
      paragraphs: [
        `Uw account heeft geen licentie voor een postvak. Als er geen licentie wordt toegewezen, wordt uw postvak over ${days(count)}, op ${day}, uitgeschakeld.`,
        'Uw gegevens blijven bewaard. Vraag uw beheerder om een licentie.',
      ],
    }),
    mailboxDisabled: (organisation, day) => ({
      title: `Uw postvak bij ${organisation} is uitgeschakeld`,
      paragraphs: [
        `Uw account heeft geen licentie voor een postvak. Daarom is uw postvak op ${day} uitgeschakeld.`,
        'Uw gegevens blijven bewaard. Zodra er een licentie is toegewezen, hebt u uw postvak met de volledige inhoud terug. Vraag uw beheerder hierom.',
      ],
    }),
    signInLocked: (organisation, day) => ({
      title: `Uw aanmelding bij ${organisation} is geblokkeerd`,
      paragraphs: [
        `Op ${day} waren er met uw gebruikersnaam te veel verkeerde wachtwoorden achter elkaar geprobeerd. Tot uw wachtwoord opnieuw is ingesteld, kan niemand zich ermee aanmelden in een browser die u nog niet hebt gebruikt; browsers waarin u zich al eerder hebt aangemeld, laten u nog binnen.`,
        'Als u dat niet was, is uw wachtwoord niet geraden. Vraag uw beheerder om het opnieuw in te stellen.',
      ],
    }),
    userNameChanged: (organisation, former) => ({
      title: `Uw gebruikersnaam bij ${organisation} is gewijzigd`,
      paragraphs: [
        `${former} is niet langer uw gebruikersnaam. Meld u voortaan aan met de naam hieronder; uw wachtwoord blijft hetzelfde.`,
      ],
    }),
    licenceArrived: (organisation, licence) => ({
      title: `U hebt een licentie bij ${organisation}: ${licence}`,
      paragraphs: [`De licentie ${licence} is aan uw account toegewezen. U hoeft zelf niets te doen.`],
    }),
  },
  administratorNotices: {
    subject: (heading, count) => `${heading}: ${people(count)}`,
    more: (count) =>
      counted(count, { one: 'Nog # wordt hier niet genoemd.', other: 'Nog # worden hier niet genoemd.' }),
    introduction: (organisation) =>
      `Dit is veranderd, of verandert binnenkort, in de gebruikersadministratie van ${organisation}.`,
    kinds: {
      ...peopleSecurity.nl,
      passwordWarning: {
        heading: 'Wachtwoorden die gaan verlopen',
        explanation: 'Iedere persoon in deze lijst moet vóór de genoemde dag een nieuw wachtwoord kiezen.',
        detail: 'Verloopt op',
      },
      passwordExpired: {
        heading: 'Verlopen wachtwoorden',
        explanation: 'Iedere persoon in deze lijst moet bij de volgende aanmelding een nieuw wachtwoord kiezen.',
        detail: 'Verlopen op',
      },
      temporaryPasswordLapsed: {
        heading: 'Tijdelijke wachtwoorden die niet meer werken',
        explanation:
          'Iedere persoon in deze lijst heeft het tijdelijke wachtwoord niet op tijd vervangen en kan zich pas aanmelden nadat u het opnieuw hebt ingesteld.',
        detail: 'Werkt niet meer sinds',
      },
      graceReminder: {
        heading: 'Postvakken die worden uitgeschakeld',
        explanation:
          'Elk postvak in deze lijst wordt op de genoemde dag uitgeschakeld, tenzij er een licentie wordt toegewezen. De gegevens blijven bewaard.',
        detail: 'Uitgeschakeld op',
      },
      mailboxDisabled: {
        heading: 'Uitgeschakelde postvakken',
        explanation:
          'Elk postvak in deze lijst had geen licentie en is uitgeschakeld. De gegevens blijven bewaard; zodra u een licentie toewijst, werkt het postvak weer.',
        detail: 'Uitgeschakeld op',
      },
      signInLocked: {
        heading: 'Geblokkeerde aanmeldingen',
        explanation:
          'Met de gebruikersnaam van elke persoon in deze lijst zijn te veel verkeerde wachtwoorden achter elkaar geprobeerd. Stel het wachtwoord opnieuw in als u weet dat de persoon erom vraagt: tot dan werkt het alleen in browsers waarin die zich al eerder heeft aangemeld.',
        detail: 'Geblokkeerd op',
      },
      credentialsBounced: {
        heading: 'Aanmeldgegevens die niet zijn aangekomen',
        explanation:
          'De e-mail met gebruikersnaam en wachtwoord van elke persoon in deze lijst kwam terug of is als ongewenst gemeld. Verbeter het adres en stel daarna het wachtwoord opnieuw in: dan gaat er een nieuwe e-mail uit.',
        detail: 'Teruggekomen op',
      },
      userNameChanged: {
        heading: 'Gewijzigde gebruikersnamen',
        explanation: 'Iedere persoon in deze lijst meldt zich aan met de vermelde naam; de vorige werkt niet meer.',
        detail: 'Vorige gebruikersnaam',
      },
      licenceArrived: {
        heading: 'Toegewezen licenties',
        explanation: 'Iedere persoon in deze lijst wachtte op een licentie en heeft die nu gekregen.',
        detail: 'Licentie',
      },
    },
  },
  strayObjects: strayTexts.nl,
  imports: dutchImports,
  fileRefusals: dutchFileRefusals,
  rowRefusals: dutchRowRefusals,
  facts: dutchFacts,
};
