/** A server that says, line by line, what a test has it say: for manners that no SMTP library has. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface RawServer {
  readonly port: number;
  /** What clients said, a line each; of a content only that it ended. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** One client's line (`CONNECT` first, `.` at the end of a content) → what to do about it. */
export type Manners = (line: string, socket: Socket) => void;

/** What a polite server says. */
export function polite(line: string, socket: Socket): void {
  const word = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
  const say = (text: string): boolean => socket.write(`${text}\r\n`);
  if (word === 'CONNECT') say('220 prova ESMTP');
  else if (word === 'DATA') say('354 go on');
  else if (word === '.') say('250 2.0.0 taken');
  else if (word === 'QUIT') socket.end('221 bye\r\n');
  else say('250 ok');
}

export async function rawServer(manners: Manners): Promise<RawServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let rest = '';
    let isContent = false;
    const take = (line: string): void => {
      if (isContent && line !== '.') return;
      isContent = line.toUpperCase() === 'DATA';
      heard.push(line);
      manners(line, socket);
    };
    take('CONNECT');
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
