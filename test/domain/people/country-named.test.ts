import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import dutch from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { countryNamed } from '../../../shared/domain/people/country-named.ts';

test.each([
  [
    'NL',
    ['NL', 'nl', 'NLD', 'nld', 'Netherlands', 'The Netherlands', 'NEDERLAND', 'Nederland (NL)', 'Niederlande', '荷兰'],
  ],
  [
    'NL',
    [
      'Holland',
      'NL - Netherlands',
      'Netherlands (NLD)',
      'Netherlands (the)',
      'Netherlands | Nederland',
      'Nether\u200blands',
    ],
  ],
  ['GB', ['UK', 'uk', 'U.K.', 'GB', 'Great Britain', 'United Kingdom', 'Vereinigtes Königreich', 'England', '英国']],
  ['GR', ['EL', 'GR', 'Griekenland', 'Griechenland']],
  ['US', ['USA', 'U.S.A.', 'US', 'United States', 'united states of america', 'America', 'VS', 'Vereinigte Staaten']],
  [
    'KR',
    [
      'Korea, Republic of',
      'Republic of Korea',
      'Korea (Republic of)',
      'Korea (South)',
      'South Korea',
      'Südkorea',
      '韩国',
    ],
  ],
  ['CD', ['Congo, Democratic Republic of the', 'Congo (the Democratic Republic of the)', 'DR Congo', '刚果（金）']],
  ['TR', ['Turkey', 'Türkiye', 'Turkiye', 'Tu\u0308rkei', 'Tuerkei']],
  ['CZ', ['Czechia', 'Czech Republic', 'Tschechien', 'Tsjechië', 'Tsjechie']],
  ['CI', ["Côte d'Ivoire", 'Cote d’Ivoire', 'Ivory Coast', 'Elfenbeinküste']],
  ['GW', ['Guinea-Bissau', 'guinea bissau']],
  ['BA', ['Bosnia and Herzegovina', 'Bosnia & Herzegovina']],
  ['LC', ['Saint Lucia', 'St. Lucia', 'St Lucia']],
  ['CN', ['中国', 'China', 'PRC', "People's Republic of China"]],
  ['IE', ['Ireland, Republic of', 'Ierland']],
  ['XK', ['XK', 'Kosovo']],
])('%s has many names', (code, names) => {
  for (const name of names) expect([name, countryNamed(name)]).toEqual([name, { code }]);
});

test.each([
  ['EU', /more than one/],
  ['Europa', /more than one/],
  ['Korea', /South Korea \(KR\) or North Korea \(KP\)/],
  ['Congo', /\(CG\) or .*\(CD\)/],
  ['Kongo', /\(CG\) or .*\(CD\)/],
  ['刚果', /\(CD\) or .*\(CG\)/],
  ['Virgin Islands', /\(VG\) or .*\(VI\)/],
  ['Saint Martin', /\(MF\) or .*\(SX\)/],
  ['276', /Germany \(DE\)/],
  ['Germny', /Germany \(DE\)/],
  ['Nethrlands', /Netherlands \(NL\)/],
  ['Austrlia', /Australia \(AU\) or Austria \(AT\)/],
  ['Belgium (NL)', /^Belgium \(NL\)$/],
  ['China (Taiwan)', /^China/],
  ['Netherlands (Antilles)', /^Netherlands/],
  ['ZZ', /^ZZ$/],
  ['ABC', /^ABC/],
  ['Atlantis', /^Atlantis$/],
  ['x'.repeat(1000), /^x{64}$/],
  ['-', /^-$/],
])('%s is refused, and it is said what it may be', (text, fact) => {
  expect(countryNamed(text)).toEqual({ fact: expect.stringMatching(fact) });
});

test('every code, in two letters and in three', () => {
  for (const [alpha2 = '', alpha3 = ''] of codes) {
    expect([countryNamed(alpha2), countryNamed(alpha3.toLowerCase())]).toEqual([{ code: alpha2 }, { code: alpha2 }]);
  }
});

test('every name of the four languages is its country, or more than one', () => {
  for (const { countries } of [english, dutch, german, chinese]) {
    for (const [code, names] of Object.entries(countries as Record<string, string | string[]>)) {
      for (const name of [names].flat()) {
        const found = countryNamed(name.toUpperCase());
        expect([name, found.code ?? found.fact]).toEqual([
          name,
          found.code ? code : expect.stringContaining(`(${code})`),
        ]);
      }
    }
  }
});
