/**
 * A loopback proxy between the fuzzer and the application, which sees what no schema says: an answer that speaks of
 * another town, and a thing of another town that was found.
 */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What must not be told to whoever asks. */
export interface Foreign {
  readonly ids: ReadonlySet<string>;
  /** Word in the foreign town's names. */
  readonly mark: string;
}

export interface Watch {
  readonly url: string;
  /** Requests by operation (ids as `{id}`) and status. */
  readonly answered: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** One sentence each, every kind once. */
  readonly findings: readonly string[];
  /** From now on this is foreign. */
  guard(foreign: Foreign): void;
  stop(): Promise<void>;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** `port`: of the application, on loopback. */
export async function watchApplication(port: number): Promise<Watch> {
  const agent = new Agent({ keepAlive: true });
  const answered = new Map<string, Map<number, number>>();
  const findings = new Map<string, string>();
  let foreign: Foreign = { ids: new Set(), mark: '\0' };

  const look = (asked: Asked, status: number, text: string): void => {
    const operation = `${asked.method} ${(asked.url.split('?')[0] ?? '').replaceAll(UUID, '{id}')}`;
    const statuses = answered.get(operation) ?? new Map<number, number>();
    answered.set(operation, statuses.set(status, (statuses.get(status) ?? 0) + 1));
    const found = faultOf(asked, status, text, foreign);
    if (found !== null && !findings.has(`${operation} ${found}`))
      findings.set(
        `${operation} ${found}`,
        `${operation}: ${found} (${status} to ${asked.url} ${asked.body.slice(0, 300)})`,
      );
  };

  const server = createServer(async (incoming, outgoing) => {
    const body = await bytesOf(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    const onward = request({ agent, host: '127.0.0.1', port, method, path: url, headers }, async (answer) => {
      const bytes = await bytesOf(answer);
      look({ method, url, body: body.toString('utf8') }, answer.statusCode ?? 0, bytes.toString('utf8'));
      passOn(answer, bytes, outgoing);
    });
    onward.once('error', (error) => {
      findings.set(`${method} ${url}`, `${method} ${url}: no answer (${error.message})`);
      outgoing.destroy();
    });
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    get findings() {
      return [...findings.values()];
    },
    guard(now) {
      foreign = now;
    },
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** What is wrong with an answer; `null`: nothing. */
function faultOf({ url, body }: Asked, status: number, text: string, { ids, mark }: Foreign): string | null {
  if (text.includes(mark) && !`${url}${body}`.includes(mark)) return 'a name of the other town';
  const asked = new Set(`${url} ${body}`.match(UUID));
  const [told] = (text.match(UUID) ?? []).filter((id) => ids.has(id) && !asked.has(id));
  if (told !== undefined) return 'an id of the other town';
  const isForeign = (url.match(UUID) ?? []).some((id) => ids.has(id));
  return isForeign && status < 300 ? 'a thing of the other town was found' : null;
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function passOn(answer: IncomingMessage, bytes: Buffer, outgoing: ServerResponse): void {
  const { 'transfer-encoding': _chunked, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': bytes.length });
  outgoing.end(bytes);
}
