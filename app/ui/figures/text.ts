/** Text in drawings does not wrap by itself: its width is estimated and its lines are cut here. */

/** Widths in ems of Public Sans at weight 400, rounded up so that a line never reaches out of its box. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijlI'’|.,:;!", 0.3],
  ['frt()[]-/ ', 0.38],
  ['mwMW—%', 0.93],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&+=−0123456789', 0.7],
];
const usual = 0.58;
/** Bold letters are a little wider. */
const boldness = 1.06;

const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** Estimated width of a text in units of the drawing, for a font of `size` units. Never less than it is drawn. */
export function textWidth(text: string, size: number, bold = false): number {
  const ems = [...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? usual), 0);
  return ems * size * (bold ? boldness : 1);
}

/** The text in lines that fit `width`; a word longer than that is cut. At least one line, which is empty for an empty text. */
export function wrap(text: string, width: number, size: number, bold = false): readonly string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((one, index, all) => one !== '' || all.length === 1 || index > 0);
}

/** A word that is too long for a line, cut at its hyphens or else where it must be. */
function pieces(word: string, fits: (part: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      const hyphen = part.lastIndexOf('-');
      parts.push(hyphen > 0 ? part.slice(0, hyphen + 1) : part);
      part = hyphen > 0 ? part.slice(hyphen + 1) : '';
    }
    part += letter;
  }
  return [...parts, part];
}
