/**
 * One PDF that says it is PDF/A-2a and PDF/UA-1. Typst keeps both sets of rules but writes one mark at a time
 * (typst #7183): an incremental update adds the other one, with the schema that PDF/A asks for where metadata has
 * names it does not know, and the title in the window's bar.
 */

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

/** What PDF/A wants to be told about `pdfuaid:part`. */
const SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of PDF/UA to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq>' +
  '</pdfaSchema:property></rdf:li>';

/** `pdf`: as Typst writes PDF/A-2a; the same conditions were checked by a PDF/UA-1 run. Throws on any other. */
export function withBothMarks(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  // One byte a character: places in the text are places in the file.
  const text = Buffer.from(pdf).toString('latin1');
  const end = text.slice(text.lastIndexOf('trailer'));
  const size = Number(found(end, /\/Size (\d+)/));
  const root = found(end, /\/Root (\d+) 0 R/);
  const start = found(end, /startxref\s+(\d+)/);
  const catalog = objectOf(text, root);
  const about = found(catalog, /\/Metadata (\d+) 0 R/);
  const metadata = objectOf(text, about);
  const packet = found(metadata, /stream\r?\n(<\?xpacket[\s\S]*end="r"\?>)/);
  const marked = replaced(
    replaced(packet, '</rdf:Bag></pdfaExtension:schemas>', `${SCHEMA}</rdf:Bag></pdfaExtension:schemas>`),
    '<pdfaid:part>',
    `<pdfuaid:part xmlns:pdfuaid="${NAMESPACE}">1</pdfuaid:part><pdfaid:part>`,
  );
  const objects = new Map([
    [
      Number(root),
      replaced(catalog, '/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true'),
    ],
    [
      Number(about),
      `${about} 0 obj\n<<\n  /Length ${marked.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${marked}\nendstream\nendobj`,
    ],
  ]);
  let update = text.endsWith('\n') ? '' : '\n';
  const entries: string[] = [];
  for (const [number, content] of [...objects].sort(([a], [b]) => a - b)) {
    const at = String(text.length + update.length).padStart(10, '0');
    entries.push(`${number} 1\n${at} 00000 n \n`);
    update += `${content}\n`;
  }
  const table = text.length + update.length;
  const trailer = found(end, /trailer\s*<<([\s\S]*?)>>\s*startxref/);
  update += `xref\n${entries.join('')}trailer\n<<${trailer}  /Prev ${start}\n>>\nstartxref\n${table}\n%%EOF\n`;
  if (Math.max(...objects.keys()) >= size) throw new Error('the PDF counts fewer objects than it has');
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update, 'latin1')]));
}

/** From its number to `endobj`. */
function objectOf(text: string, number: string): string {
  const from = text.lastIndexOf(`\n${number} 0 obj`) + 1;
  const to = text.indexOf('endobj', from);
  if (from === 0 || to < 0) throw new Error(`the PDF has no object ${number}`);
  return text.slice(from, to + 'endobj'.length);
}

function found(text: string, pattern: RegExp): string {
  const [, part] = pattern.exec(text) ?? [];
  if (part === undefined) throw new Error(`the PDF has no ${pattern.source}`);
  return part;
}

function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the PDF has no ${part}`);
  return text.replace(part, () => by);
}
