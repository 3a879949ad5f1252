/** Something to put into an XML text, by its place in the text as it was. */
export interface Insertion {
  readonly at: number;
  readonly xml: string;
}

/** All at once, in the order of their places. */
export function insertInto(xml: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, xml: more } of [...insertions].sort((a, b) => a.at - b.at)) {
    parts.push(xml.slice(done, at), more);
    done = at;
  }
  parts.push(xml.slice(done));
  return parts.join('');
}
