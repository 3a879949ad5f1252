/** A document to hand over as a page that stands alone. */
import { describe, expect, it } from 'vitest';
import { printedHtml } from '../../documents/printed/printed-html.js';
import { HOSTILE, printed, whole } from './printed-samples.js';

describe('as HTML', () => {
  it('has one first heading, the others in order, and contents that lead to them', () => {
    const html = printedHtml(whole());
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual([
      '1',
      '2',
      '2',
      '2',
      '3',
      '4',
      '2',
    ]);
    const linked = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(linked).toEqual(['s1', 's2', 's2-1', 's3']);
    for (const id of linked) expect(html).toContain(`id="${id}"`);
    expect(html).toContain('<html lang="it">');
  });

  it('tables have a caption, heads with a scope, figures in Italian and a total apart', () => {
    const html = printedHtml(whole());
    expect(html).toContain('<caption>Obiettivi</caption>');
    expect(html.match(/scope="col"/g)).toHaveLength(3);
    expect(html).toContain(
      '<th scope="row">Rendiconto</th><td>due<br>righe</td><td class="figure">87,5</td>',
    );
    expect(html).toContain(
      '<tfoot><tr><th scope="row">Totale</th><td></td><td class="figure">98,75</td></tr></tfoot>',
    );
    expect(printedHtml(printed([]))).toContain('<strong>Obiettivi</strong>: Nessun obiettivo.');
  });

  it('runs nothing and loads nothing', () => {
    expect(printedHtml(whole())).not.toMatch(/<script|<link|<img|url\(|@import|style="|\son\w+="|http/);
  });

  it.each(HOSTILE)('%s is text of the page', (_, typed, read) => {
    const html = printedHtml({ ...printed([[typed, typed, 3]]), title: typed });
    const escaped = read
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;');
    expect(html).toContain(`<td>${escaped}</td>`);
    expect(html).toContain(`<title>${escaped}</title>`);
    expect(html).not.toContain('<script');
  });
});
