/** The regular expressions of the product, as they are written; those of what reads files run in a process with a limit. */
import ts from 'typescript';
import { houseFiles, textOf } from './house-files.js';

export interface FoundExpression {
  /** File, and line where it is written as such. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Not `documents/` and `domain/reading/`: they read files that are uploaded, in a process of its own which is ended after a
 * while (tests/documents/apart).
 */
const PRODUCT =
  /^(domain\/(?!reading\/)|(workflows|activities|mail|store|running|worker|api|embedded|cli)\/).*\.tsx?$/;

/** In the order of the files. */
export function writtenExpressions(): readonly FoundExpression[] {
  return houseFiles()
    .filter((file) => PRODUCT.test(file))
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
