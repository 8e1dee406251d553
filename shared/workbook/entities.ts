/** Text and attributes as XML writes them, and Excel's own way to write characters that XML cannot. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text in which nothing is written otherwise any more. An entity that is not known stays as it is. */
export const unescaped = (text: string): string => {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return plain.includes('&') ? plain.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, entity) : plain;
};

const entity = (whole: string, decimal?: string, hexadecimal?: string, name?: string): string => {
  if (name) return named[name] ?? whole;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  return character(code);
};

/** U+FFFD stands for what is no character of a text. */
const character = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);

/**
 * The text of a cell: Excel writes a carriage return as `_x000D_`, and an underscore before such a thing as `_x005F_`.
 * U+FFFD stands for half a character.
 */
export const cellText = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([\da-f]{4})_/gi, (_, code: string) => {
          const unit = Number.parseInt(code, 16);
          return unit === 0 ? '\ufffd' : String.fromCharCode(unit);
        })
        .toWellFormed()
    : text;

/** The attributes of an element by their names, without prefixes. */
export const attributesOf = (text: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (let at = 0; ; ) {
    const equals = text.indexOf('=', at);
    if (equals === -1) return attributes;
    const name = text.slice(at, equals).trim();
    let open = equals + 1;
    while (open < text.length && text.charCodeAt(open) <= 32) open += 1;
    const close = text.indexOf(text.charAt(open), open + 1);
    if (close === -1) return attributes;
    attributes[name.slice(name.indexOf(':') + 1)] = unescaped(text.slice(open + 1, close));
    at = close + 1;
  }
};
