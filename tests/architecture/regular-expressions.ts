/** The regular expressions of the product, as they are written; those of what reads files run in a process with a limit. */
import path from 'node:path';
import ts from 'typescript';
import { houseFiles, textOf } from './house-files.js';

export interface FoundExpression {
  /** File, and line where it is written as such. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Not all of `documents/` and `domain/reading/`: what reads files that are uploaded runs in a process of its own, which is
 * ended after a while (tests/documents/apart). What of them a program that serves loads itself is looked at.
 */
const SERVING =
  /^(domain\/(?!reading\/)|(workflows|activities|mail|store|running|worker|api|embedded)\/).*\.tsx?$/;
const COMMANDS = /^cli\/.*\.tsx?$/;
const LOADED = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)\.js';$/gm;

/** Files of the serving programs, and all that they load. */
function served(): ReadonlySet<string> {
  const house = new Set(houseFiles());
  const found = new Set([...house].filter((file) => SERVING.test(file)));
  for (const file of found)
    for (const [, relative = ''] of textOf(file).matchAll(LOADED)) {
      const place = path.posix.join(path.posix.dirname(file), relative);
      for (const loaded of [`${place}.ts`, `${place}.tsx`]) if (house.has(loaded)) found.add(loaded);
    }
  return found;
}

/** In the order of the files. */
export function writtenExpressions(): readonly FoundExpression[] {
  const loaded = served();
  return houseFiles()
    .filter((file) => COMMANDS.test(file) || loaded.has(file))
    .flatMap((file) => {
      const parsed = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ESNext);
      const found: FoundExpression[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          const line = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1;
          found.push({
            where: `${file}:${line}`,
            source: node.text.slice(1, end),
            flags: node.text.slice(end + 1),
          });
        }
        ts.forEachChild(node, visit);
      };
      visit(parsed);
      return found;
    });
}
