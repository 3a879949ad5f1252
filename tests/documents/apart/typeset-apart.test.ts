/** Real processes: each of these starts one. */
import { describe, expect, it } from 'vitest';
import type { PdfToSet } from '../../../documents/apart/apart-contract.js';
import { typesetApart } from '../../../documents/apart/typeset-apart.js';
import { openPdf } from '../../../documents/pdf/pdf-engine.js';
import { sealsPdf } from '../../../documents/printed/seal-pdf.js';

/** A table of so many rows. */
const table = (rows: number): PdfToSet =>
  sealsPdf({
    ...{ title: 'Sigilli', town: 'Comune di Prova', footer: 'Sigilli', paragraphs: [], caption: 'Sigilli' },
    seals: Array.from({ length: rows }, (_, n) => ({
      ...{ week: `settimana ${n}`, day: `giorno ${n}`, covers: '1 voce', hash: 'ab'.repeat(32) },
    })),
    madeAt: Date.UTC(2023, 5, 29),
  });

describe('a document set apart', { timeout: 60_000 }, () => {
  it('is the PDF, the same bytes each time', async () => {
    const [one, two] = await Promise.all([typesetApart(table(3)), typesetApart(table(3))]);
    if (!one.ok || !two.ok) throw new Error('not set');
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true);
    expect((await openPdf(one.pdf)).numPages).toBe(1);
  });

  it('of 1,000 rows leaves its server free: what is asked meanwhile is answered before it', async () => {
    const order: string[] = [];
    const set = typesetApart(table(1_000)).then(({ ok }) => order.push(`document ${ok}`));
    for (let asked = 0; asked < 50; asked++) await new Promise((resolve) => setImmediate(resolve));
    order.push('50 other things');
    await set;
    expect(order).toEqual(['50 other things', 'document true']);
  });

  it('is stopped when its time is over', async () => {
    expect(await typesetApart(table(50), { limits: { seconds: 0 } })).toEqual({ ok: false, why: 'too-long' });
  });

  it('is stopped when its memory is over', async () => {
    expect(await typesetApart(table(20_000), { limits: { megabytes: 150 } })).toEqual({
      ok: false,
      why: 'too-much-memory',
    });
  });

  it('that a bug of ours breaks is refused, and what the typesetter said is told', async () => {
    const crashes: string[] = [];
    const broken = { template: '#nothing-like-it()', data: {}, madeAt: 0 };
    expect(await typesetApart(broken, { onCrash: (details) => crashes.push(details) })).toEqual({
      ok: false,
      why: 'crashed',
    });
    expect(crashes).toEqual([expect.stringContaining('the PDF does not compile')]);
  });

  it('is sent away while too many wait, and those that wait are served', async () => {
    const limits = { waiting: 1 };
    const all = await Promise.all([1, 2, 3, 4].map(() => typesetApart(table(1), { limits })));
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(all[3]).toEqual({ ok: false, why: 'busy' });
  });
});
