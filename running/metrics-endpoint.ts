/** `GET /metrics` on a port of its own, never the public one: for Prometheus, and for nobody without the token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MetricsConfig } from './metrics-settings.js';

export interface MetricsEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

/** What is shown, in Prometheus's text format; asked for at each scrape. */
export type MetricsText = () => Promise<string>;

const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Rejects when the port cannot be listened on. `onFailure` hears of a scrape that could not be answered. */
export async function serveMetrics(
  { host, port, token }: MetricsConfig,
  text: MetricsText,
  onFailure: (error: unknown) => void,
): Promise<MetricsEndpoint> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string): void => {
      response.writeHead(status, { 'Content-Type': TYPE, 'Cache-Control': 'no-store' });
      response.end(body);
    };
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return answer(404, '');
    if (token !== null && !shows(request, token)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      return answer(401, '');
    }
    text().then(
      (body) => answer(200, body),
      (error: unknown) => {
        onFailure(error);
        answer(503, '');
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new Error(`METRICS_PORT ${port} on ${host} cannot be listened on (${cause.code})`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** In constant time, whatever its length. */
function shows(request: IncomingMessage, token: string): boolean {
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(hashed(shown), hashed(token));
}
const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();
