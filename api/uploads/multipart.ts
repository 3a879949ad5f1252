/**
 * multipart/form-data as a stream (RFC 7578): parts are handed on as their bytes come, so that a file is
 * never whole in memory. Throws {@link Malformed} on what no browser sends.
 */

/** The body is not what its Content-Type says. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

export interface PartHead {
  /** Name of the field. */
  readonly name: string;
  /** `null` for a field without a file. */
  readonly fileName: string | null;
}

/** Takes the bytes of one part. */
export interface PartSink {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

const MOST_PARTS = 60;
const MOST_HEAD_BYTES = 8_192;
const LINE = '\r\n';

/** The boundary of a Content-Type header; `null` when it is no multipart form. */
export function boundaryOf(contentType: string): string | null {
  const match =
    /^multipart\/form-data\s*;\s*(?:[^;]*;\s*)?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(
      contentType,
    );
  return match?.[1] ?? match?.[2] ?? null;
}

export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  onPart: (head: PartHead) => PartSink,
): Promise<void> {
  const reader = new Reader(Buffer.from(`${LINE}--${boundary}`), onPart);
  for await (const piece of body) {
    await reader.take(piece);
    if (reader.ended) break;
  }
  if (!reader.ended) throw new Malformed('the form ends in the middle');
}

type Mode = 'body' | 'after-delimiter' | 'head' | 'ended';

class Reader {
  readonly #delimiter: Buffer;
  readonly #onPart: (head: PartHead) => PartSink;
  // The first delimiter has no line before it: with one put there, all are alike.
  #rest: Buffer = Buffer.from(LINE);
  #mode: Mode = 'body';
  /** `null` before the first part. */
  #sink: PartSink | null = null;
  #parts = 0;

  constructor(delimiter: Buffer, onPart: (head: PartHead) => PartSink) {
    this.#delimiter = delimiter;
    this.#onPart = onPart;
  }

  get ended(): boolean {
    return this.#mode === 'ended';
  }

  async take(piece: Uint8Array): Promise<void> {
    this.#rest = this.#rest.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#rest, piece]);
    while (await this.#step());
  }

  /** `false`: more bytes are needed, or none any more. */
  async #step(): Promise<boolean> {
    switch (this.#mode) {
      case 'body':
        return this.#body();
      case 'after-delimiter':
        return this.#afterDelimiter();
      case 'head':
        return this.#head();
      case 'ended':
        return false;
    }
  }

  async #body(): Promise<boolean> {
    const at = this.#rest.indexOf(this.#delimiter);
    // What may be the beginning of a delimiter waits for the next piece.
    const sure = at >= 0 ? at : Math.max(0, this.#rest.length - this.#delimiter.length + 1);
    if (sure > 0) await this.#sink?.write(this.#rest.subarray(0, sure));
    if (at < 0) {
      this.#rest = this.#rest.subarray(sure);
      return false;
    }
    await this.#sink?.end();
    this.#sink = null;
    this.#rest = this.#rest.subarray(at + this.#delimiter.length);
    this.#mode = 'after-delimiter';
    return true;
  }

  #afterDelimiter(): boolean {
    if (this.#rest.length < 2) return false;
    const two = this.#rest.toString('latin1', 0, 2);
    if (two !== '--' && two !== LINE) throw new Malformed('a boundary is not followed by a new line');
    this.#mode = two === '--' ? 'ended' : 'head';
    this.#rest = this.#rest.subarray(2);
    return true;
  }

  #head(): boolean {
    const end = this.#rest.indexOf(LINE + LINE);
    if (end < 0 ? this.#rest.length > MOST_HEAD_BYTES : end > MOST_HEAD_BYTES) {
      throw new Malformed('the head of a part is too long');
    }
    if (end < 0) return false;
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw new Malformed('too many parts');
    this.#sink = this.#onPart(headOf(this.#rest.toString('utf8', 0, end)));
    this.#rest = this.#rest.subarray(end + 4);
    this.#mode = 'body';
    return true;
  }
}

function headOf(text: string): PartHead {
  const line = text.split(LINE).find((one) => /^content-disposition:/i.test(one)) ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw new Malformed('a part has no name');
  const fileName = /;\s*filename="([^"]*)"/i.exec(line)?.[1];
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) };
}

/** Browsers write these three as percent codes, and nothing else. */
const unescaped = (text: string): string =>
  text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
