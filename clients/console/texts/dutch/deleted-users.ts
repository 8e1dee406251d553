import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { DeletedUsersTexts } from '../english/deleted-users.ts';

const counted = counting('nl');

export const deletedUsers = {
  title: 'Verwijderde gebruikers',
  description: (days) =>
    counted(days, {
      one: 'Tot # dag na hun verwijdering kunnen gebruikers worden teruggehaald; daarna zijn zij voorgoed weg.',
      other: 'Tot # dagen na hun verwijdering kunnen gebruikers worden teruggehaald; daarna zijn zij voorgoed weg.',
    }),
  find: 'Naam of vroegere gebruikersnaam',
  anyTime: 'Elke resterende tijd',
  soon: (days) => counted(days, { one: 'Weg binnen # dag', other: 'Weg binnen # dagen' }),
  formerName: 'Vroegere gebruikersnaam',
  deletedOn: 'Verwijderd op',
  daysLeft: 'Terug te halen',
  left: (days, last) =>
    days === 0
      ? `Minder dan een dag, tot ${last}`
      : counted(days, { one: `Nog # dag, tot ${last}`, other: `Nog # dagen, tot ${last}` }),
  noneTitle: 'Niemand is verwijderd',
  none: (days) =>
    counted(days, {
      one: 'Wie wordt verwijderd, staat hier # dag lang en kan worden teruggehaald.',
      other: 'Wie wordt verwijderd, staat hier # dagen lang en kan worden teruggehaald.',
    }),
  notFound: 'Geen verwijderde gebruiker past bij wat u zoekt.',
  chooseFirst: 'Kies eerst gebruikers uit de lijst.',
  restore: 'Terughalen',
  remove: 'Voorgoed verwijderen',
  restoreTitle: (name) => `${name} terughalen`,
  restoreWhat:
    'Gegevens en postvak komen terug, en licenties voor zover er over zijn: op de andere wordt in de rij gewacht. Rollen komen niet terug; geef die opnieuw waar dat gewenst is.',
  restoreMany:
    'Iedereen krijgt de vroegere gebruikersnaam terug; is die nu van iemand anders, dan wordt de gebruiker geweigerd en kunt u die apart met een nieuwe naam terughalen.',
  passwordTo: (address) => `Een nieuw wachtwoord gaat per mail naar ${address}; het vroegere werkt niet meer.`,
  passwordToAdministrator:
    'Een nieuw wachtwoord gaat per mail naar de beheerder, want de gebruiker heeft geen alternatief e-mailadres; het vroegere werkt niet meer.',
  userName: 'Gebruikersnaam',
  userNameHint: 'De vroegere, tenzij u een andere kiest.',
  nameMissing: 'Typ een gebruikersnaam, zoals anna@contoso.com.',
  taken: (holder) => `${holder} heeft deze gebruikersnaam nu. Kies een andere.`,
  restored: (name, userName) => `${name} is teruggehaald als ${userName} en krijgt een nieuw wachtwoord per mail.`,
  waitsFor: (licence, seats) =>
    `Van ${licence} is er geen licentie over, dus wordt erop gewacht: te kopen aantal: ${seats}.`,
  removeTitle: (name) => `${name} voorgoed verwijderen`,
  removeWhat:
    'Het account en zijn gegevens worden meteen verwijderd. Niets brengt ze terug; wat de audit ervan zegt, blijft.',
  typeName: (userName) => `Typ ${userName} om te bevestigen`,
  removed: (name) => `${name} is voorgoed verwijderd.`,
} satisfies DeletedUsersTexts;
