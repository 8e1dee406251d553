import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { LicencesTexts } from '../english/licences.ts';

const counted = counting('nl');

export const licences = {
  title: 'Licenties',
  one: 'Licentie',
  description: 'Wat uw organisatie heeft, en hoeveel daarvan over is.',
  loading: 'Licenties worden gelezen …',
  name: 'Licentie',
  seats: 'Aantal',
  given: 'Toegewezen',
  reserved: 'Voor imports',
  left: 'Beschikbaar',
  noneLeft: 'Geen meer over',
  waiting: (count) => counted(count, { one: '# persoon wacht', other: '# personen wachten' }),
  change: 'Wijzigen',
  setSeats: 'Aantal instellen',
  setSeatsOf: (licence) => `Aantal instellen van ${licence}`,
  seatsHint: 'Zoveel als uw organisatie er in totaal heeft gekocht.',
  now: (seats, given, reserved) =>
    counted(seats, {
      one: `Er is nu # licentie: ${given} toegewezen, ${reserved} gereserveerd voor imports.`,
      other: `Er zijn nu # licenties: ${given} toegewezen, ${reserved} gereserveerd voor imports.`,
    }),
  seatsInvalid: (most) => `Typ een geheel getal van 0 tot en met ${most}.`,
  seatsBelow: (used) =>
    counted(used, {
      one: 'Er is # licentie in gebruik, dus een lager aantal kan niet. Neem eerst iemand de licentie af.',
      other: 'Er zijn # licenties in gebruik, dus een lager aantal kan niet. Neem eerst iemand de licentie af.',
    }),
  difference: (seats) =>
    seats === 0
      ? 'Het aantal blijft zoals het is.'
      : seats > 0
        ? counted(seats, { one: '# licentie meer dan nu.', other: '# licenties meer dan nu.' })
        : counted(-seats, { one: '# licentie minder dan nu.', other: '# licenties minder dan nu.' }),
  served: (count) =>
    counted(count, {
      one: 'Wie vooraan in de rij staat, krijgt de licentie meteen:',
      other: 'De eerste # in de rij krijgen de licentie meteen:',
    }),
  others: (count) => counted(count, { one: 'nog # persoon', other: 'nog # personen' }),
  stillWaiting: (count) => counted(count, { one: '# persoon blijft wachten.', other: '# personen blijven wachten.' }),
  free: (count) =>
    count === 0
      ? 'Er blijft geen licentie vrij.'
      : counted(count, { one: 'Er blijft # licentie vrij.', other: 'Er blijven # licenties vrij.' }),
  seatsSet: (licence, seats) =>
    counted(seats, { one: `Van ${licence} is er nu # licentie.`, other: `Van ${licence} zijn er nu # licenties.` }),
  holders: 'Tonen wie hem heeft',
  withMailbox: 'Met postvak',
  withoutMailbox: 'Zonder postvak',
  line: 'Wachtrij',
  lineHint: 'In deze volgorde krijgen personen een licentie, zodra er een wordt gekocht of vrijkomt.',
  loadingLine: 'De rij wordt gelezen …',
  nobodyWaits: 'Niemand wacht op deze licentie.',
  place: 'Plaats',
  who: 'Naam',
  since: 'Wacht sinds',
  more: 'Meer tonen',
  plans: 'Apps en services',
  plansHint: 'Elk daarvan kan voor één persoon worden uitgeschakeld.',
  noPlans: 'Van deze licentie zijn geen apps of services bekend.',
  noneTitle: 'Uw organisatie heeft nog geen licenties',
  none: 'Voeg toe wat u hebt gekocht, met het aantal; daarna kunnen licenties aan personen worden toegewezen.',
  add: 'Een licentie toevoegen',
  added: (licence) => `${licence} is toegevoegd.`,
  product: 'Product',
  productHint: 'De naam, of het onderdeelnummer zoals ENTERPRISEPACK.',
  productInvalid: 'Kies een product of typ het onderdeelnummer: 1 tot 64 letters, cijfers en _.',
  productUnknown: 'Geen bekend product heet zo. Het onderdeelnummer volstaat.',
  useTyped: (text) => `Gebruik: ‘${text}’`,
  mailboxHint: 'Wie de laatste licentie met postvak kwijtraakt, houdt het postvak een respijttijd; daarna sluit het.',
} satisfies LicencesTexts;
