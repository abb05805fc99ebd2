/** The rows of a sheet as SpreadsheetML (ECMA-376, part 1, section 18.3). */
import { chunkLength } from './byte-stream.ts';
import { type Cell, cellText, instantText } from './cell.ts';
import { type Column, cellsOf, type Sheet } from './sheet.ts';
import { style } from './xlsx-parts.ts';
import { xmlText } from './xml.ts';

/** Excel's limits (https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3). */
export const mostRows = 1_048_576;
const mostColumns = 16_384;

const day = 86_400_000;
/** 1970-01-01 in days of Excel, which counts from 1899-12-30 once past the 29 February 1900 that never was (day 60). */
const epoch = 25_569;
const firstDay = 61;
/** The end of the year 9999, where Excel's calendar ends. */
const lastDay = 2_958_466;

/**
 * Yields the XML of a worksheet in pieces of some 32,000 characters: the titles in bold in a row that stays in sight, then the rows as
 * they are read, at most `mostRows` with the titles. `first` for the sheet that is open at first.
 * @throws RangeError where there are more columns than Excel can hold, or a row has more cells than the sheet has columns
 */
export async function* sheetXml(sheet: Sheet, first: boolean): AsyncGenerator<string> {
  if (sheet.columns.length > mostColumns) throw new RangeError(`"${sheet.name}" has more than ${mostColumns} columns.`);
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  const titles = sheet.columns.map(({ title }, index) => textCell(`${letters[index]}1`, title, style.title));
  let text = opening(sheet.columns, first) + rowXml(1, titles);
  let number = 1;
  for await (const row of sheet.rows) {
    number++;
    const cells = cellsOf(sheet, row).map((cell, index) => cellXml(`${letters[index]}${number}`, cell, sheet.columns[index]));
    text += rowXml(number, cells);
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData></worksheet>`;
}

function opening(columns: readonly Column[], first: boolean): string {
  const widths = columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`;
}

/** Excel allows widths up to 255. */
function widthOf({ title, width, format }: Column): number {
  return Math.min(255, width ?? Math.max(format === 'instant' ? 20 : 10, Math.min(40, title.length + 2)));
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(place: string, cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(place, cell, column?.format === 'text' ? style.text : style.plain);
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return numberCell(place, cell, column?.format === 'percent' ? style.percent : style.plain);
  const days = cell.getTime() / day + epoch;
  if (days >= firstDay && days < lastDay) return numberCell(place, days, style.instant);
  const text = instantText(cell);
  return text === null ? '' : textCell(place, text, style.plain);
}

function numberCell(place: string, value: number, styled: number): string {
  return Number.isFinite(value) ? `<c r="${place}"${styleXml(styled)}><v>${value}</v></c>` : '';
}

/** Inline, so that no table of shared texts has to be kept until the end. */
function textCell(place: string, text: string, styled: number): string {
  return `<c r="${place}"${styleXml(styled)} t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(text))}</t></is></c>`;
}

function styleXml(styled: number): string {
  return styled === style.plain ? '' : ` s="${styled}"`;
}

/** A, B … Z, AA … for 0, 1 … 25, 26 … */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
