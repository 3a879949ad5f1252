/** What a printed document looks like in Word: styles that people can change in one place. */
import type { IStylesOptions } from 'docx';

/** Style of what stands in a cell. */
export const CELL = 'Cella';
export const CAPTION = 'Caption';
/** Of the heading above the contents, which stays out of them. */
export const CONTENTS_HEADING = 'TOCHeading';
export const NOTE = 'Nota';
export const HEAD_SHADE = 'E6ECF2';

const DARK = '17324D';
/** Half points, and twentieths of a point around. */
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: DARK },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

export const PRINTED_STYLES: IStylesOptions = {
  default: {
    document: { run: { font: 'Calibri', size: 21, language: { value: 'it-IT' } } },
    title: { run: { size: 36, bold: true, color: DARK }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(28, 360),
    heading2: heading(24, 280),
    heading3: heading(22, 240),
  },
  paragraphStyles: [
    {
      id: CELL,
      name: 'Cella',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 20 } },
    },
    {
      id: CAPTION,
      // As Word knows them: an Italian one shows "Didascalia" and "Titolo sommario", and lists tables by their captions.
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
    },
    {
      id: NOTE,
      name: 'Nota',
      basedOn: 'Normal',
      run: { size: 18, color: '455B71' },
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: CONTENTS_HEADING,
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { size: 28, bold: true, color: DARK },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  ],
};
