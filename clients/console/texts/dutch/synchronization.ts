import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { SynchronizationTexts } from '../english/synchronization.ts';

const counted = counting('nl');

export const synchronization = {
  title: 'Synchronisatie',
  description: 'Personen die uit een lokale directory komen, zoals Active Directory, door een agent die daar draait.',
  state: 'Stand van zaken',
  switch: 'Synchronisatie',
  on: 'Aan',
  off: 'Uit',
  source: 'Lokale directory',
  noSource: 'Er is nog geen run uit een directory gekomen',
  last: 'Laatste geslaagde run',
  never: 'Nog geen',
  latest: 'Laatst gevraagde run',
  seeRun: 'Bekijk wat die deed',
  deletions: 'Verwijderingen in één run',
  most: (people) => counted(people, { one: 'Hoogstens # persoon', other: 'Hoogstens # personen' }),
  noLimit: 'Zoveel als er zijn',
  switchOn: 'Inschakelen',
  switchOff: 'Uitschakelen',
  switchOnTitle: 'De synchronisatie inschakelen?',
  switchOnWhat:
    'Vanaf dat moment mag de agent personen toevoegen, wijzigen en verwijderen. Wat de lokale directory over hen zegt, wijzigt u daar en niet meer hier; licenties, rollen en wachtwoorden blijven hier. Het begint met iedereen, dus laat de agent eerst een proefrun doen: die wijzigt niets.',
  switchOffTitle: 'De synchronisatie uitschakelen?',
  switchOffWhat:
    'Er komt niets meer uit de lokale directory, en iedereen wordt meteen hier beheerd. Niemand wordt verwijderd. Schakelt u haar weer in, dan worden personen teruggevonden als wie zij zijn.',
  isOn: 'De synchronisatie is ingeschakeld.',
  isOff: 'De synchronisatie is uitgeschakeld. Iedereen wordt hier beheerd.',
  undoneTitle: 'Een run is ongedaan gemaakt, en alle andere wachten',
  undone:
    'Er komt niets uit de lokale directory totdat u het weer toestaat. De volgende run begint waar de ongedaan gemaakte begon.',
  goOn: 'Laten doorgaan',
  goOnWhat:
    'De volgende run van de agent wordt weer aangenomen. Is de oorzaak van wat ongedaan is gemaakt er nog, dan gebeurt hetzelfde opnieuw.',
  goesOn: 'De volgende run wordt weer aangenomen.',
  heldTitle: (people) =>
    counted(people, {
      one: 'Een run zou # persoon verwijderen en wacht',
      other: 'Een run zou # personen verwijderen en wacht',
    }),
  heldUncounted: 'Een run zou meer personen verwijderen dan mag, en wacht',
  held: 'Er is nog niets van gedaan. Kijk om wie het gaat. Is dat niet de bedoeling, herstel dan de lokale directory en annuleer de run: de volgende gaat vanzelf door.',
  seeWhom: 'Bekijk wie',
  letDelete: 'Laten verwijderen',
  cancelRun: 'Run annuleren',
  silentTitle: (last) => `Sinds ${last} is er geen run geslaagd`,
  silent:
    'Kijk of de agent draait en wat die meldt. Er gaat niets verloren: de volgende run brengt alles wat gewijzigd is.',
  errors: 'Wie niet gesynchroniseerd is',
  errorsHint: 'Zij worden bij elke run opnieuw geprobeerd, totdat het lukt.',
  who: 'Persoon',
  why: 'Waarom',
  since: 'Wanneer',
  noErrors: 'Iedereen is hier zoals in de lokale directory',
  noErrorsWhat: 'Wie in een run geweigerd wordt, staat hier met de reden.',
  more: 'Meer tonen',
  loading: 'De stand van zaken wordt opgevraagd …',
  beginTitle: 'Er komt niemand uit een lokale directory',
  begin:
    'Een agent bij u op locatie leest Active Directory en meldt Muster wie er is. Maak daarvoor een toepassing met de rol Directory Synchronization Accounts, stel de agent in en schakel de synchronisatie hier in.',
} satisfies SynchronizationTexts;
