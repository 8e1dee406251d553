/** Names of countries beside those of the lists of languages. */

/** Names that no list has, by the country that they are surely of. */
export const otherCountryNames: Readonly<Record<string, string>> = {
  AE: 'UAE,Emirates,VAE',
  BO: 'Bolivia,Bolivien,Plurinational State of Bolivia',
  CD: 'DRC,DR Congo,Congo-Kinshasa,Zaire',
  CG: 'Congo-Brazzaville',
  CN: 'PRC,P.R. China,Mainland China,中华人民共和国',
  CV: 'Cape Verde',
  DE: 'BRD,Federal Republic of Germany',
  FM: 'Micronesia,Federated States of Micronesia',
  GB: 'United Kingdom of Great Britain and Northern Ireland,Groot-Brittannië,Engeland,England,Scotland,Wales,Northern Ireland,Schottland,Nordirland,Schotland,Noord-Ierland',
  GR: 'EL,Hellas',
  HK: '香港特别行政区,Hong Kong SAR',
  IE: 'Republic of Ireland,Éire',
  IR: 'Iran',
  KP: 'DPRK',
  KR: 'ROK,大韩民国',
  LA: 'Laos',
  MD: 'Moldova',
  MK: 'FYROM,Macedonia,Mazedonien,Macedonië',
  MM: 'Burma,Birma',
  MO: '澳门特别行政区,Macao,Macau SAR',
  NL: 'Holland,Kingdom of the Netherlands',
  PS: 'Palestine',
  SY: 'Syria',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkiye',
  TW: '台湾',
  TZ: 'Tanzania',
  US: 'America,Amerika,VS,Verenigde Staten,United States of America (USA)',
  VA: 'Vatican,Vatican City,Holy See',
  VE: 'Venezuela,Bolivarian Republic of Venezuela',
  VN: 'Vietnam,Viet Nam',
  XK: 'XKX',
};

/** Names of which a list knows one country, and people mean either. */
export const doubtfulCountryNames: Readonly<Record<string, readonly string[]>> = {
  congo: ['CG', 'CD'],
  kongo: ['CG', 'CD'],
  korea: ['KR', 'KP'],
  'saint martin': ['MF', 'SX'],
};
