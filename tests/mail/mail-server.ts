/** A real SMTP server on a free port of this machine, with whatever manners a test gives it. */
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the wire. */
  readonly raw: string;
}

export interface MailServer {
  readonly port: number;
  readonly delivered: readonly Delivered[];
  /** How many were opened since the start. */
  connections(): number;
  /** Cuts every connection, as a fallen network does. */
  cut(): void;
  close(): Promise<void>;
}

/** An SMTP refusal, to be given to a callback of smtp-server. */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Without manners it takes everything, without sign-in and without TLS. */
export async function mailServer(manners: SMTPServerOptions = {}): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 1,
    async onData(stream, session, done) {
      const raw = await text(stream);
      const { mailFrom, rcptTo } = session.envelope;
      delivered.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw,
      });
      done(null, `2.0.0 queued as ${delivered.length}`);
    },
    ...manners,
  });
  // A cut connection is what some tests want; it must not end the run.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    connections: () => sockets.size,
    cut,
    close: () =>
      new Promise((closed) => {
        cut();
        server.close(() => closed());
      }),
  };
}
