/** People of many countries, by how their names are written: last name first where that is so. */
const people = (list: string): readonly string[] => list.split('|');

export const names = {
  chinese: people(
    '张伟|王秀英|李子涵|刘梓轩|陈雨桐|杨浩然|赵欣怡|黄国强|周晓明|吴丽华|徐建军|孙志强|马诗涵|朱俊杰|胡思远|林佳琪|郭海燕|何文博|高天佑|罗若曦|欧阳静怡|司马婉清|崔鹏飞|谭翠兰|廖凤英|余金龙|潘慧敏|蒋明哲',
  ),
  taiwanese: people(
    '陳志明|黃淑芬|林家豪|張雅婷|李俊傑|王怡君|吳冠宇|劉美玲|蔡承恩|楊宗翰|許佩珊|鄭宜蓁|謝建宏|郭詩涵|洪品妤|邱柏翰|曾欣怡|廖文雄|賴麗華|周淑惠|葉國棟|蘇靜宜|莊彥廷|呂雅雯|歐陽鴻文',
  ),
  japanese: people(
    '鈴木太郎|野口花子|佐藤健一|高橋美咲|田中翔太|伊藤さくら|渡辺大輔|山本陽子|中村直樹|小林結衣|加藤蓮|吉田ひろし|山田由美子|佐々木拓也|松本愛|井上誠|木村久美子|斎藤悠真|清水ケンジ|長谷川真由美|五十嵐隆|森千尋',
  ),
  korean: people(
    '김민준|이서연|박지훈|최수진|정영희|강철수|조현우|윤미경|장예준|임하은|한성호|오은주|서동현|신지은|권태영|황보혜진|남궁상철|백유나|허재민|류소영',
  ),
  western: people(
    'Zoë Müller|José Núñez|François Lefèvre|Åse Bjørnson|João Gonçalves|Jürgen Weiß|Renée Brontë|Søren Kjær|Noël Dupré|Peña Ibáñez|Hélène Chaudière|Björn Sjögren|Conceição Araújo|Mónica Simões|Käthe Schröder|Françoise Hébert|Jan Jansen|Anaïs Benoît|María García|Ángel López|Mäkelä Virtanen|Þórunn Sigurðardóttir',
  ),
  central: people(
    'Jiří Dvořák|Łukasz Żółw|Zdeněk Růžička|Małgorzata Wiśniewska|Ľubica Kováčová|Gergő Szűcs|Božena Němcová|Paweł Dąbrowski|Mate Kovačević|Željko Đurić|Andrzej Pająk|Eliška Křížová|Ágnes Erdős',
  ),
  cyrillic: people('Иван Петров|Ольга Соколова|Дмитрий Кузнецов|Мария Иванова|Сергей Щербаков|Юлия Жукова'),
  greek: people('Ελένη Παπαδοπούλου|Γιώργος Νικολάου|Μαρία Αντωνίου|Κωνσταντίνος Βασιλείου'),
  turkish: people('Ayşe Yılmaz|Gökçe Şahin|İbrahim Öztürk|Çağla Doğan|Işıl Güneş|Oğuz Kılıç'),
  rare: people('𠮷野家|高橋 𠮷子|Ada 🦀|Nguyễn Văn Đức|שרה כהן|محمد علي|สมชาย ใจดี|Արմեն Պետրոսյան|ნინო'),
} as const;

export type Script = keyof typeof names;

/** The scripts that each encoding can write. */
export const scriptsOf: Readonly<Record<string, readonly Script[]>> = {
  'utf-8': Object.keys(names) as Script[],
  'utf-16le': Object.keys(names) as Script[],
  'utf-16be': Object.keys(names) as Script[],
  gb18030: ['chinese'],
  big5: ['taiwanese'],
  shift_jis: ['japanese'],
  'euc-jp': ['japanese'],
  'euc-kr': ['korean'],
  'windows-1252': ['western'],
  macintosh: ['western'],
  ibm850: ['western'],
  'windows-1250': ['central'],
  'iso-8859-2': ['central'],
  'windows-1251': ['cyrillic'],
  'koi8-r': ['cyrillic'],
  ibm866: ['cyrillic'],
  'windows-1253': ['greek'],
  'windows-1254': ['turkish'],
};
