/** Forms as they come: url-encoded, or multipart with files spooled to disk. Bounded in every direction. */
import { boundaryOf, Malformed, type PartHead, type PartSink, readMultipart } from './multipart.js';
import { Spool, type SpooledFile } from './spool.js';

export interface Form {
  /** The last value of a field; empty when it is absent. */
  text(name: string): string;
  /** Files that were chosen; a file field left empty is no file. */
  files(name: string): readonly SpooledFile[];
}

export type FormRefusal = 'malformed' | 'too-large';

export interface FormLimits {
  /** Bytes of one file; a larger one is not kept, and `size` says so. */
  readonly file: number;
  readonly files: number;
}

const TEXT_BYTES = 1_000_000;
/** What a sender may send before we stop listening: five documents of 25 MiB, and room. Proxies let as much pass (docs/proxy). */
export const MOST_FORM_BYTES = 130 * 1024 * 1024;

/** Reads the form, hands it to `use`, and removes its files, whatever happens. */
export async function withFormOf<Answer>(
  request: Request,
  limits: FormLimits,
  use: (form: Form) => Promise<Answer>,
  refuse: (refusal: FormRefusal) => Answer | Promise<Answer>,
): Promise<Answer> {
  const gathered = new Gathered(limits);
  try {
    const read = await gather(request, gathered);
    return read === null ? await use(gathered) : await refuse(read);
  } finally {
    await gathered.dispose();
  }
}

async function gather(request: Request, gathered: Gathered): Promise<FormRefusal | null> {
  const contentType = request.headers.get('content-type') ?? '';
  const boundary = boundaryOf(contentType);
  if (boundary === null && !/^application\/x-www-form-urlencoded\b/i.test(contentType)) return 'malformed';
  try {
    const body = bounded(request.body, boundary === null ? TEXT_BYTES : MOST_FORM_BYTES);
    if (boundary !== null) await readMultipart(body, boundary, (head) => gathered.part(head));
    else for (const [name, value] of new URLSearchParams(await textOf(body))) gathered.set(name, value);
    return null;
  } catch (error) {
    if (error instanceof Malformed) return 'malformed';
    if (error instanceof TooLong) return 'too-large';
    throw error;
  }
}

class TooLong extends Error {}

async function* bounded(body: ReadableStream<Uint8Array> | null, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > limit) throw new TooLong();
    yield piece;
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

class Gathered implements Form {
  readonly #limits: FormLimits;
  readonly #texts = new Map<string, string>();
  readonly #files = new Map<string, SpooledFile[]>();
  readonly #spools: Spool[] = [];
  #textBytes = 0;

  constructor(limits: FormLimits) {
    this.#limits = limits;
  }

  text(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  files(name: string): readonly SpooledFile[] {
    return this.#files.get(name) ?? [];
  }

  /** PostgreSQL's text has no character zero, and no line of a form needs one. */
  set(name: string, value: string): void {
    this.#texts.set(name, value.replaceAll('\0', '').replaceAll('\r\n', '\n'));
  }

  part(head: PartHead): PartSink {
    return head.fileName === null ? this.#field(head.name) : this.#file(head.name, head.fileName);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#spools.map((spool) => spool.dispose()));
  }

  #field(name: string): PartSink {
    const pieces: Uint8Array[] = [];
    return {
      write: async (bytes) => {
        this.#textBytes += bytes.length;
        if (this.#textBytes > TEXT_BYTES) throw new TooLong();
        pieces.push(Buffer.from(bytes));
      },
      end: async () => this.set(name, Buffer.concat(pieces).toString('utf8')),
    };
  }

  #file(field: string, fileName: string): PartSink {
    if (this.#spools.length >= this.#limits.files) throw new Malformed('too many files');
    const spool = new Spool(fileName.replaceAll('\0', ''), this.#limits.file);
    this.#spools.push(spool);
    return {
      write: (bytes) => spool.write(bytes),
      end: async () => {
        const file = await spool.finish();
        if (fileName === '' && file.size === 0) return;
        this.#files.set(field, [...(this.#files.get(field) ?? []), file]);
      },
    };
  }
}
