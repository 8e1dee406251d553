import { isOfUserName, numbersIn } from '../words/numbers-in.ts';
import type { RowRefusalTexts } from '../words/refusal-texts.ts';

/** Why a row was refused, in Dutch. */
export const dutchRowRefusals: RowRefusalTexts = {
  CellCountWrong: (fact) =>
    `De rij heeft niet evenveel cellen als er kopteksten zijn: ${fact}. Geef elke koptekst één cel en zet scheidingstekens in cellen tussen aanhalingstekens.`,
  UserNameMissing: () => 'De gebruikersnaam ontbreekt. Geef er een op, zoals naam@domein.',
  DisplayNameMissing: () => 'De weergavenaam ontbreekt. Geef er een op.',
  UserNameIllegal: () =>
    "De gebruikersnaam bevat een teken dat niet is toegestaan, of is geen naam@domein. Gebruik voor de @ alleen A-Z, a-z, 0-9 en ' . - _ ! # ^ ~, zonder punt aan het begin of het eind.",
  DomainNotVerified: (domain) =>
    `Het domein ${domain} is geen domein van de organisatie. Gebruik een geverifieerd domein.`,
  ValueTooLong: (most, property) =>
    `${property} is langer dan ${numbersIn(most).join(' tekens voor de @ en ')} tekens${isOfUserName(most) ? ' erna' : ''}. Maak het korter.`,
  ValueMissing: (_, property) => `${property} is verplicht. Vul een waarde in.`,
  ValueInvalid: (fact, property) => `${property} is niet geldig: ${fact}.`,
  DuplicateInFile: (row, property) =>
    `Rij ${row} van dit bestand heeft ${property === 'employeeId' ? 'hetzelfde personeelsnummer' : 'dezelfde gebruikersnaam'}. Houd er één over.`,
  PersonDiffers: (properties) =>
    `Deze persoon bestaat al en verschilt in: ${properties}. Er is niets gewijzigd; importeer met existingPeople "update" om diegene te wijzigen.`,
  ChangedSincePlan: (fact) => `De rij zou er niet meer uitkomen zoals gepland: ${fact}. Er is niets gewijzigd.`,
  ChangedSinceImport: (properties) =>
    `De persoon is na deze import gewijzigd (${properties}) en is ongemoeid gelaten. Wijzig of verwijder die met de hand.`,
  SignedInSince: () =>
    'De persoon heeft zich na deze import aangemeld en is ongemoeid gelaten. Verwijder die met de hand.',
  PersonGone: () => 'De persoon is intussen definitief verwijderd; er valt niets ongedaan te maken.',
  UserNameTaken: (who) => `Deze gebruikersnaam is al in gebruik (${who}). Kies een andere.`,
  LicenceUnknown: (licence) => `De organisatie heeft geen licentie met de naam ${licence}.`,
  RoleUnknown: (role) => `Er is geen beheerdersrol met de naam ${role}.`,
  RoleNotYours: () =>
    'Alleen een Global Administrator mag deze rol geven; andere beheerdersrollen ook een Privileged Role Administrator.',
  RoleOwn: () => 'Niemand mag zichzelf rollen geven. Vraag een andere beheerder.',
  PersonProtected: () => 'Deze persoon is een beheerder die u met uw rollen niet mag wijzigen.',
  LastAdministrator: () =>
    'Dit is de laatste Global Administrator die zich kan aanmelden. Geef de rol eerst aan iemand anders.',
  CountryUnknown: (country) => `Geen land bekend voor: ${country}. Geef de code volgens ISO 3166-1, zoals NL.`,
  UsageLocationMissing: () => 'Voor een licentie is een gebruikslocatie nodig (ISO 3166-1, zoals NL). Vul die in.',
  LanguageUnknown: (language) => `${language} is geen taalcode, zoals nl of zh-Hans.`,
  MailAddressInvalid: () => 'Een e-mailadres is niet geldig. Verbeter of verwijder het.',
  YesOrNoExpected: (_, property) => `${property} moet Yes of No zijn (of True of False).`,
  PasswordLengthWrong: (length) => `Het wachtwoord moet ${numbersIn(length).join(' tot ')} tekens hebben.`,
  PasswordTooSimple: (kinds) =>
    `Het wachtwoord moet ${numbersIn(kinds).join()} hiervan bevatten: kleine letter, hoofdletter, cijfer, symbool.`,
  PasswordContainsName: () => 'Het wachtwoord bevat een deel van de naam van de persoon. Kies een ander.',
  PasswordBanned: () =>
    'Het wachtwoord is te makkelijk te raden. Kies een ander, zoals vier woorden die niets met elkaar te maken hebben.',
  NoSeatForRow: (_, licence) =>
    `Voor deze rij is geen licentie ${licence} meer over, en de import moest zulke rijen weigeren. Koop licenties bij en bied de rij opnieuw aan.`,
  EncodingMixed: (fact, property) =>
    `${property} staat niet in de tekencodering van de rest van het bestand: ${fact}. Verbeter de cel en sla het bestand op als UTF-8.`,
  UserNameNotMade: (fact) =>
    `Voor deze rij kan geen gebruikersnaam worden gemaakt: ${fact}. Geef de rij een eigen gebruikersnaam of vul haar aan.`,
  MadeNameTaken: (fact) =>
    `De gebruikersnaam die voor deze rij is gemaakt, is al in gebruik: ${fact}. Geef dezelfde persoon op beide plaatsen dezelfde employeeId, en iemand anders een andere gebruikersnaam.`,
  EmployeeIdTaken: (who) => `Dit personeelsnummer is al van iemand anders (${who}). Verbeter het.`,
  EmployeeIdConflict: (who) =>
    `Personeelsnummer en gebruikersnaam zijn van twee verschillende mensen: ${who}. Verbeter wat niet klopt.`,
  OnPremisesMastered: (_, properties) =>
    `Deze gegevens worden in de lokale directory beheerd: ${properties}. Wijzig ze daar.`,
  InvalidSoftMatch: (who) =>
    `${who} heeft de gebruikersnaam of het primaire adres van dit object, maar hoort bij een ander object. Verbeter de naam aan een van beide kanten.`,
  InvalidHardMatch: (who) =>
    `${who} heeft het anker of de objectGUID van dit object, maar hoort bij een ander object. Verbeter mS-DS-ConsistencyGuid in de lokale directory.`,
  RecipientSkipped: (kind) => `Dit is geen postvak van een persoon, maar een ${kind}. De rij is overgeslagen.`,
  MigrationPersonMissing: () =>
    'Niemand heeft deze gebruikersnaam. Zolang mensen uit de lokale directory komen, voegt een migratie niemand toe: voeg de persoon daar toe en bied deze rij na de volgende synchronisatie opnieuw aan.',
  AnchorChanged: (who) =>
    `${who} heeft een ander anker dan dit object nu. Een anker verandert nooit: zet de vorige mS-DS-ConsistencyGuid terug.`,
};
