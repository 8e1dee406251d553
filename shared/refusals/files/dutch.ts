import { likeliestIn } from '../../domain/refusal-facts.ts';
import { counting } from '../words/counting.ts';
import type { FileRefusalTexts } from '../words/refusal-texts.ts';

const counted = counting('nl');

/** Why a whole file was refused, in Dutch. */
export const dutchFileRefusals: FileRefusalTexts = {
  EmptyFile: () => 'Het bestand is leeg. Sla het blad op als CSV, met een rij kopteksten en ten minste één persoon.',
  HeaderOnly: () => 'Het bestand heeft kopteksten, maar geen persoon daaronder. Voeg ten minste één rij toe.',
  ExcelWorkbook: () =>
    'Deze werkmap kan niet worden gelezen: er zit een wachtwoord op, ze is beschadigd of van een andere soort. Sla de werkmap zonder wachtwoord op als .xlsx, of als CSV.',
  FormatUnknown: (format) =>
    `Dit bestand is geen tabel met personen, maar ${format}. Open het in een rekenprogramma en sla het op als .xlsx of als CSV.`,
  WorkbookTooLarge: () => 'Uitgepakt is deze Excel-werkmap te groot. Sla de werkmap op als CSV.',
  SheetUnknown: (sheets, sheet) => `De werkmap heeft geen blad met de naam ${sheet}. De bladen zijn: ${sheets}.`,
  FileTooLarge: (size) => `Het bestand is groter dan ${size}. Splits het.`,
  CompressedFile: () => 'Dit bestand is gecomprimeerd. Pak het uit en upload het CSV-bestand dat erin zit.',
  BinaryFile: () => 'Het bestand bevat bytes die in geen enkele tekst voorkomen. Sla het opnieuw op als CSV.',
  EncodingUnclear: (readings) =>
    `Het is niet zeker in welke tekencodering het bestand is opgeslagen: ${readings}. Sla het opnieuw op als UTF-8 (in Excel: CSV UTF-8), of importeer het met de optie encoding, zoals { "encoding": "${likeliestIn(readings)}" }.`,
  UnclosedQuote: (line) =>
    `Een cel die bij regel ${line} met een aanhalingsteken begint, wordt nergens afgesloten. Sluit het aanhalingsteken of verdubbel het in de cel.`,
  DuplicateHeadings: (headings) => `Deze kopteksten komen meer dan eens voor: ${headings}. Houd er van elk één over.`,
  HeadingMissing: (heading, target) =>
    target === 'userPrincipalName'
      ? `In het bestand ontbreekt een kolom: ${heading}. Voeg die toe, of laat de gebruikersnamen maken met de optie userNamePattern, zoals "{givenName}.{surname}@contoso.com".`
      : `In het bestand ontbreekt een kolom: ${heading}. Voeg die toe.`,
  HeadingsUnknown: (headings, _target, proposal) =>
    proposal
      ? `Deze kopteksten zijn onbekend: ${headings}. Zeg wat ze betekenen: importeer het bestand met de opties ${proposal} (verbeter ze eerst), in de body van POST /v1.0/imports of in NAME.options.json naast het bestand.`
      : `Deze kopteksten zijn onbekend: ${headings}. Gebruik de kopteksten van de sjabloon of verwijder de kolommen.`,
  UserNamePatternInvalid: (fact) =>
    `Het patroon van gebruikersnamen is niet bruikbaar: ${fact}. Het heeft {givenName}, {surname}, {displayName}, {mailNickname} of {employeeId}, {givenName:1} voor een eerste letter, A-Z, a-z, 0-9, ' . - _ ! # ^ ~, en desgewenst @ en een domein van de organisatie.`,
  MappingInvalid: (fact) => `De toewijzing van kolommen is niet bruikbaar: ${fact}. Verbeter die.`,
  CellTooLarge: (line) => `Een cel bij regel ${line} is te groot. Maak de inhoud korter.`,
  TooManyColumns: () => 'Het bestand heeft meer kolommen dan er gelezen kunnen worden. Verwijder de lege kolommen.',
  TooManyRows: () => 'Het bestand heeft meer rijen dan één import kan lezen. Splits het.',
  HeadingsNotFound: () =>
    'Aan het begin van het bestand zijn geen kopteksten gevonden. Verwijder de lege regels erboven.',
  HeadingsTooLong: () => 'De kopteksten zijn te lang. Maak ze korter.',
  ImportImpossible: () =>
    'De import kan niet verder: een deel ervan is groter dan een dienst van AWS aanneemt, of wordt daar geweigerd. Maak er kleinere bestanden van, met minder en kortere cellen.',
  FileUnavailable: () => 'Het bestand is gewijzigd of verwijderd voordat het helemaal was gelezen. Upload het opnieuw.',
  TooManyRefusals: (count) =>
    `${counted(Number(count), { one: '# rij is', other: '# rijen zijn' })} geweigerd; bij dit aantal moest de import stoppen. Verbeter de rijen of ga verder met de import.`,
  OwnerGone: () =>
    'Iemand voor wie deze import handelt, is verwijderd of geblokkeerd, of mag niet meer importeren. Er zijn geen verdere rijen verwerkt. Importeer het bestand onder uw eigen naam.',
  PlanOutdated: (_fact, licence) =>
    `De proefimport klopt niet meer: er zijn minder licenties ${licence} vrij dan daarin was voorzien. Er is niets gewijzigd. Doe opnieuw een proefimport.`,
  OptionsInvalid: (fact) =>
    `De opties van deze import zijn niet bruikbaar: ${fact}. Verbeter de opties en upload het bestand opnieuw.`,
  SynchronizationIncomplete: (fact) =>
    `Het bestand van deze synchronisatie is niet compleet: ${fact}. Er is niets gewijzigd; de volgende leest alles opnieuw.`,
  WatermarkOutdated: () =>
    'Deze synchronisatie begint niet waar de vorige eindigde. Er is niets gewijzigd; begin opnieuw vanaf de huidige stand.',
  SourceChanged: (domain) =>
    `De personen hier komen uit ${domain}, en deze synchronisatie leest een andere directory. Er is niets gewijzigd; zet de synchronisatie uit en weer aan om daarmee opnieuw te beginnen.`,
  SourceEmpty: (known) =>
    `Deze synchronisatie noemt niemand, terwijl er ${known} personen uit de lokale directory bekend zijn. Er is niets gewijzigd; controleer het bereik en wat de agent mag lezen.`,
  CutoverWhileSynchronized: () =>
    'Een cutover-migratie voegt mensen toe terwijl anderen uit de lokale directory komen; iedereen zou er dubbel zijn. Zet de synchronisatie eerst uit, of migreer gefaseerd.',
  BatchTooLarge: (rows) =>
    `Het bestand heeft meer rijen dan een migratiebatch van deze soort mag hebben (${rows}). Er is niemand toegevoegd of gewijzigd; maak meerdere batches.`,
  SynchronizationOff: () => 'De synchronisatie met de lokale directory is uitgeschakeld. Er is niets gewijzigd.',
  SynchronizationOnHold: (run) =>
    `De synchronisatie wacht, omdat ${run} ongedaan is gemaakt. Herstel de lokale directory en laat haar dan verdergaan.`,
  SynchronizationRunning: (run) =>
    `Een andere synchronisatie is nog bezig (${run}). Er is niets gewijzigd; begin opnieuw als die klaar is.`,
};
