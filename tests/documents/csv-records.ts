/** CSV read back by the rules of RFC 4180 with semicolons, as a spreadsheet does: a bare line end also ends a record. */
export function csvRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const content = text.replace(/^\ufeff/, '');
  for (let at = 0; at < content.length; at++) {
    const character = content[at] ?? '';
    if (isQuoted && character === '"' && content[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || (character !== ';' && character !== '\n' && character !== '\r')) cell += character;
    else {
      if (character === '\r' && content[at + 1] === '\n') at += 1;
      records.at(-1)?.push(cell);
      cell = '';
      if (character !== ';') records.push([]);
    }
  }
  return records.slice(0, -1);
}
