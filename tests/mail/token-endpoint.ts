/** A token endpoint on loopback (RFC 6749 §6, RFC 7523), with whatever manners a test gives it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface TokenAnswer {
  readonly status: number;
  readonly body: string;
}

export interface TokenEndpoint {
  readonly url: string;
  /** What was asked, in order. */
  readonly asked: readonly URLSearchParams[];
  close(): Promise<void>;
}

/** A token that lasts an hour. */
export const granted = (token: string): TokenAnswer => ({
  status: 200,
  body: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600 }),
});

/** A refusal as RFC 6749 §5.2 writes it. */
export const denied = (error: string, description: string): TokenAnswer => ({
  status: 400,
  body: JSON.stringify({ error, error_description: description }),
});

export async function tokenEndpoint(answer: (asked: URLSearchParams) => TokenAnswer): Promise<TokenEndpoint> {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    asked.push(form);
    const { status, body } = answer(form);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/token`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
