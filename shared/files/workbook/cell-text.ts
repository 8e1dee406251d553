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
