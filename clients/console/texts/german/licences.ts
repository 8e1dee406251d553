import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { LicencesTexts } from '../english/licences.ts';

const counted = counting('de');

export const licences = {
  title: 'Lizenzen',
  one: 'Lizenz',
  description: 'Was Ihre Organisation hat und wie viel davon übrig ist.',
  loading: 'Lizenzen werden gelesen …',
  name: 'Lizenz',
  seats: 'Plätze',
  given: 'Zugewiesen',
  reserved: 'Für Importe',
  left: 'Verfügbar',
  noneLeft: 'Keiner übrig',
  waiting: (count) => counted(count, { one: '# Person wartet', other: '# Personen warten' }),
  change: 'Ändern',
  setSeats: 'Plätze festlegen',
  setSeatsOf: (licence) => `Plätze von ${licence} festlegen`,
  seatsHint: 'So viele, wie Ihre Organisation insgesamt gekauft hat.',
  now: (seats, given, reserved) =>
    counted(seats, {
      one: `Zurzeit gibt es # Platz: ${given} zugewiesen, ${reserved} für Importe reserviert.`,
      other: `Zurzeit gibt es # Plätze: ${given} zugewiesen, ${reserved} für Importe reserviert.`,
    }),
  seatsInvalid: (most) => `Geben Sie eine ganze Zahl von 0 bis ${most} ein.`,
  seatsBelow: (used) =>
    counted(used, {
      one: '# Platz ist belegt, eine kleinere Zahl geht daher nicht. Entziehen Sie zuerst jemandem die Lizenz.',
      other: '# Plätze sind belegt, eine kleinere Zahl geht daher nicht. Entziehen Sie zuerst jemandem die Lizenz.',
    }),
  difference: (seats) =>
    seats === 0
      ? 'Die Zahl bleibt, wie sie ist.'
      : seats > 0
        ? counted(seats, { one: '# Platz mehr als jetzt.', other: '# Plätze mehr als jetzt.' })
        : counted(-seats, { one: '# Platz weniger als jetzt.', other: '# Plätze weniger als jetzt.' }),
  served: (count) =>
    counted(count, {
      one: 'Wer als Erstes wartet, erhält die Lizenz sofort:',
      other: 'Die ersten # in der Warteschlange erhalten die Lizenz sofort:',
    }),
  others: (count) => counted(count, { one: '# weitere Person', other: '# weitere Personen' }),
  stillWaiting: (count) => counted(count, { one: '# Person wartet weiter.', other: '# Personen warten weiter.' }),
  free: (count) =>
    count === 0
      ? 'Kein Platz bleibt frei.'
      : counted(count, { one: '# Platz bleibt frei.', other: '# Plätze bleiben frei.' }),
  seatsSet: (licence, seats) =>
    counted(seats, { one: `${licence} hat jetzt # Platz.`, other: `${licence} hat jetzt # Plätze.` }),
  holders: 'Zeigen, wer sie hat',
  withMailbox: 'Mit Postfach',
  withoutMailbox: 'Ohne Postfach',
  line: 'Warteschlange',
  lineHint: 'In dieser Reihenfolge erhalten Personen einen Platz, sobald einer gekauft oder zurückgegeben wird.',
  loadingLine: 'Die Warteschlange wird gelesen …',
  nobodyWaits: 'Niemand wartet auf diese Lizenz.',
  place: 'Stelle',
  who: 'Name',
  since: 'Wartet seit',
  more: 'Mehr anzeigen',
  plans: 'Apps und Dienste',
  plansHint: 'Für einzelne Personen lässt sich jeder davon ausschalten.',
  noPlans: 'Von dieser Lizenz sind keine Apps oder Dienste bekannt.',
  noneTitle: 'Ihre Organisation hat noch keine Lizenzen',
  none: 'Fügen Sie hinzu, was Sie gekauft haben, mit der Zahl der Plätze; dann lassen sich Lizenzen zuweisen.',
  add: 'Lizenz hinzufügen',
  added: (licence) => `${licence} wurde hinzugefügt.`,
  product: 'Produkt',
  productHint: 'Sein Name oder seine Teilenummer wie ENTERPRISEPACK.',
  productInvalid: 'Wählen Sie ein Produkt oder geben Sie seine Teilenummer ein: 1 bis 64 Buchstaben, Ziffern und _.',
  productUnknown: 'Kein bekanntes Produkt heißt so. Die Teilenummer genügt.',
  useTyped: (text) => `Verwenden: „${text}“`,
  mailboxHint: 'Wer die letzte Lizenz mit Postfach verliert, behält es für eine Frist; danach wird es geschlossen.',
} satisfies LicencesTexts;
