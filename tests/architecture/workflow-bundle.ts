import { sep } from 'node:path';
import { z } from 'zod';
import { bundleWorkflows } from '../../worker/workflow-bundle.js';

/** What a workflow bundle is made of. */
export interface BundleContents {
  /** Bytes of the code, source map left out: what every worker loads. */
  readonly codeBytes: number;
  /** Names of the packages whose modules are inside. */
  readonly packages: readonly string[];
  /** Paths of our own modules inside, relative to `root`. */
  readonly own: readonly string[];
}

const SOURCE_MAP = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const SourceMap = z.object({ sources: z.array(z.string()) });
const silent = () => undefined;
const logger = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: console.error,
};

/** Bundles `workflowsPath` as the worker does and reads the contents from the source map. `root`: of `own`. */
export async function bundleContents(workflowsPath: string, root: string): Promise<BundleContents> {
  const { code } = await bundleWorkflows({ workflowsPath, logger });
  const at = code.lastIndexOf(SOURCE_MAP);
  if (at < 0) throw new Error('the bundle has no source map to read its contents from');
  const map = Buffer.from(code.slice(at + SOURCE_MAP.length), 'base64').toString('utf8');
  const { sources } = SourceMap.parse(JSON.parse(map));
  const home = root.endsWith(sep) ? root : root + sep;
  return {
    codeBytes: Buffer.byteLength(code.slice(0, at)),
    packages: [...new Set(sources.flatMap((source) => PACKAGE.exec(source)?.[1] ?? []))].sort(),
    own: sources
      .filter((source) => source.startsWith(home) && !PACKAGE.test(source) && !source.endsWith('.cjs'))
      .map((source) => source.slice(home.length))
      .sort(),
  };
}
