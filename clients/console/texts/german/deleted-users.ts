import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { DeletedUsersTexts } from '../english/deleted-users.ts';

const counted = counting('de');

export const deletedUsers = {
  title: 'Gelöschte Benutzer',
  description: (days) =>
    counted(days, {
      one: 'Benutzer können # Tag nach dem Löschen wiederhergestellt werden; danach sind sie endgültig entfernt.',
      other: 'Benutzer können # Tage nach dem Löschen wiederhergestellt werden; danach sind sie endgültig entfernt.',
    }),
  find: 'Name oder früherer Benutzername',
  anyTime: 'Beliebige Restzeit',
  soon: (days) => counted(days, { one: 'Binnen # Tag entfernt', other: 'Binnen # Tagen entfernt' }),
  formerName: 'Früherer Benutzername',
  deletedOn: 'Gelöscht am',
  daysLeft: 'Wiederherstellbar',
  left: (days, last) =>
    days === 0
      ? `Weniger als einen Tag, bis ${last}`
      : counted(days, { one: `Noch # Tag, bis ${last}`, other: `Noch # Tage, bis ${last}` }),
  noneTitle: 'Niemand wurde gelöscht',
  none: (days) =>
    counted(days, {
      one: 'Wer gelöscht wird, steht hier # Tag lang und kann wiederhergestellt werden.',
      other: 'Wer gelöscht wird, steht hier # Tage lang und kann wiederhergestellt werden.',
    }),
  notFound: 'Unter den gelöschten Benutzern passt niemand zu dem, was Sie suchen.',
  chooseFirst: 'Wählen Sie zuerst Benutzer aus der Liste.',
  restore: 'Wiederherstellen',
  remove: 'Endgültig entfernen',
  restoreTitle: (name) => `${name} wiederherstellen`,
  restoreWhat:
    'Daten und Postfach kommen zurück, Lizenzen, soweit Plätze frei sind: Auf andere wird gewartet. Rollen kommen nicht zurück; vergeben Sie sie neu, wo sie gewünscht sind.',
  restoreMany:
    'Alle erhalten ihren früheren Benutzernamen zurück; gehört er inzwischen jemand anderem, wird der Benutzer abgelehnt und lässt sich einzeln mit einem neuen Namen wiederherstellen.',
  passwordTo: (address) => `Ein neues Kennwort geht per Mail an ${address}; das frühere gilt nicht mehr.`,
  passwordToAdministrator:
    'Ein neues Kennwort geht per Mail an den Administrator, da der Benutzer keine alternative E-Mail-Adresse hat; das frühere gilt nicht mehr.',
  userName: 'Benutzername',
  userNameHint: 'Der frühere, wenn Sie keinen anderen wählen.',
  nameMissing: 'Geben Sie einen Benutzernamen ein, etwa anna@contoso.com.',
  taken: (holder) => `${holder} hat diesen Benutzernamen jetzt. Wählen Sie einen anderen.`,
  restored: (name, userName) =>
    `${name} wurde als ${userName} wiederhergestellt und erhält ein neues Kennwort per Mail.`,
  waitsFor: (licence, seats) =>
    `Von ${licence} ist kein Platz frei, daher wird darauf gewartet: zu kaufende Plätze: ${seats}.`,
  removeTitle: (name) => `${name} endgültig entfernen`,
  removeWhat:
    'Das Konto und seine Daten werden sofort entfernt. Nichts bringt sie zurück; was das Protokoll über sie sagt, bleibt.',
  typeName: (userName) => `Geben Sie zur Bestätigung ${userName} ein`,
  removed: (name) => `${name} wurde endgültig entfernt.`,
} satisfies DeletedUsersTexts;
