/** What the languages of Europe and around it write beside a to z, by the encodings that were made for them. */

/**
 * A language: its letters that are not ASCII, those of names most frequent first; the share of its letters that are such, in words that have any; and
 * how much rarer it is than others where such an encoding is used, as the logarithm of a share.
 */
export type Language = { letters: string; share: number; prior?: number };

/** Names of neighbours, as far as Windows-1252 can write them, are met in every file of Western Europe. */
export const western: readonly Language[] = [
  { letters: 'üöäß', share: 0.08 }, // German
  { letters: 'éèëçïêâîôàûüœùæÿ', share: 0.08 }, // French
  { letters: 'áíéóñúüï', share: 0.08 }, // Spanish
  { letters: 'èíàòéóúçïü', share: 0.08, prior: -2 }, // Catalan
  { letters: 'ãáçéíóâêúôõàü', share: 0.08 }, // Portuguese
  { letters: 'òàèùìéóîí', share: 0.08 }, // Italian
  { letters: 'ëéïèüöáûóôêíäâúç', share: 0.08 }, // Dutch, Frisian
  { letters: 'öäåéüáè', share: 0.08 }, // Swedish, Finnish
  { letters: 'øåæéöüäóáè', share: 0.08 }, // Danish, Norwegian
  { letters: 'ðóíáþúöæýé', share: 0.08, prior: -5 }, // Icelandic
  { letters: 'áéóíú', share: 0.08, prior: -1 }, // Irish
  { letters: 'áóéöüíú', share: 0.08, prior: -3 }, // Hungarian
  { letters: 'áýéšížúóôä', share: 0.08, prior: -5 }, // Czech, Slovak
  { letters: 'õäüöšž', share: 0.08, prior: -5 }, // Estonian
  { letters: 'šž', share: 0.08, prior: -3 }, // Croatian, Slovene, Finnish
];
const central: readonly Language[] = [
  { letters: 'łńóśążęźć', share: 0.08 }, // Polish
  { letters: 'áíčěřýšžůéňúťďó', share: 0.08 }, // Czech
  { letters: 'áčíšýéžôľúťďňäóĺŕ', share: 0.08 }, // Slovak
  { letters: 'áéóöíüőúű', share: 0.08 }, // Hungarian
  { letters: 'ăşţâîșțé', share: 0.08 }, // Romanian
  { letters: 'ćčšžđ', share: 0.08 }, // Croatian, Slovene, Serbian
  { letters: 'üöäß', share: 0.08, prior: -2 },
];
const turkish: readonly Language[] = [{ letters: 'ıüşöğçİâî', share: 0.08 }];
const baltic: readonly Language[] = [
  { letters: 'āšņēīļžģčķū', share: 0.08 }, // Latvian
  { letters: 'šžėčūįųąę', share: 0.08 }, // Lithuanian
  { letters: 'õäüöšž', share: 0.08 }, // Estonian
];
/** A script of its own. */
const script = (letters: string): readonly Language[] => [{ letters, share: 1 }];
const cyrillic = script('аоиеврнлкстмдяйгпубхчшьзюцыжфщёэіїєґъўђјљњћџ');
const greek = script('αοσιςνρετκλπμάδγίύήόέθφβχωώυηξζψϊϋΐΰ');
const hebrew = script('יאורלנבםהמשתדחעקגןסטכפצזךףץ');
const arabic = script('امرلينحدعبسهفيةشجخوقطزصتىغضءكأإؤئثذظآپچژگک');
const thai = script('าีร์นัสิวุพมชกูตยทธดงณศลขอภปคจะเ่้ไหบฐฒญโษใแฉฎฏซผฝฟฮึืำ็');

/** Scripts that none of these encodings has. */
export const otherScripts = script('աերնիոկյսւտմղլդվհպգշթքչցբխջձզծռֆժճօէըև');

/** Encodings of one byte a character, with their languages, and how much rarer their files are. */
export const singleByte = {
  'windows-1252': { languages: western, prior: 0 },
  'windows-1250': { languages: central, prior: -6 },
  'windows-1251': { languages: cyrillic, prior: -6 },
  'windows-1253': { languages: greek, prior: -6 },
  'windows-1254': { languages: turkish, prior: -4 },
  'windows-1255': { languages: hebrew, prior: -6 },
  'windows-1256': { languages: arabic, prior: -6 },
  'windows-1257': { languages: baltic, prior: -8 },
  'windows-874': { languages: thai, prior: -6 },
  macintosh: { languages: western, prior: -7 },
  ibm850: { languages: western, prior: -8 },
  ibm852: { languages: central, prior: -10 },
  'iso-8859-2': { languages: central, prior: -9 },
  'koi8-r': { languages: cyrillic, prior: -8 },
  ibm866: { languages: cyrillic, prior: -8 },
} as const satisfies Record<string, { languages: readonly Language[]; prior: number }>;

export type SingleByteEncoding = keyof typeof singleByte;
