/** The small fixed parts of a workbook (ECMA-376, part 1, sections 12 and 18; part 2 for how they are packed). */
import { escaped } from './xml.ts';

/** Places in the list of cell formats below. */
export const style = { plain: 0, title: 1, text: 2, percent: 3, instant: 4 } as const;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** 49 is Excel's own number for text; those from 164 are free. */
const styles = `${head}<styleSheet xmlns="${main}">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="5">${[
  'numFmtId="0" fontId="0"',
  'numFmtId="0" fontId="1" applyFont="1"',
  'numFmtId="49" fontId="0" applyNumberFormat="1"',
  'numFmtId="164" fontId="0" applyNumberFormat="1"',
  'numFmtId="165" fontId="0" applyNumberFormat="1"',
]
  .map((format) => `<xf ${format} fillId="0" borderId="0" xfId="0"/>`)
  .join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Returns where the part with the rows of a sheet stands in the file; `number` from 1. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

type Part = readonly [path: string, xml: string];

/** Returns path and text of the parts that stand before the sheets. They come first so that programs that guess by it see a workbook. */
export function partsBefore(): readonly Part[] {
  return [
    ['_rels/.rels', relationList([relation(1, 'officeDocument', 'xl/workbook.xml')])],
    ['xl/styles.xml', styles],
  ];
}

/** Returns path and text of the parts that name the sheets and so follow them. `names` are fit for Excel. */
export function partsAfter(names: readonly string[]): readonly Part[] {
  const numbers = names.map((_, index) => index + 1);
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const sheetTypes = numbers.map((number) => override(`/${sheetPath(number)}`, 'worksheet'));
  const sheetRelations = numbers.map((number) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`));
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${sheetTypes.join('')}</Types>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>\
<sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationList([...sheetRelations, relation(names.length + 1, 'styles', 'styles.xml')])],
  ];
}

function override(path: string, type: string): string {
  return `<Override PartName="${path}" ContentType="${media}.${type}+xml"/>`;
}

function relation(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${relations}/${type}" Target="${target}"/>`;
}

function relationList(all: readonly string[]): string {
  return `${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
}
