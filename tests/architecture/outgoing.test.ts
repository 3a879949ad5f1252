/** Whom the product calls: nobody that a person of a town could name. What people write is never an address that is opened. */
import { describe, expect, it } from 'vitest';
import { houseFiles, textOf } from './house-files.js';

const PRODUCT =
  /^(domain|workflows|activities|mail|store|documents|running|worker|api|embedded|cli)\/.*\.tsx?$/;
const files = houseFiles().filter((file) => PRODUCT.test(file));

/** Where a connection can begin, with whose address it takes: always one of the installation's own settings. */
const CALLERS: Readonly<Record<string, string>> = {
  'api/openid-provider.ts': 'OIDC_ISSUER, and what it names as its own',
  'cli/doctor-mail.ts': 'DNS of this machine, for the domain of MAIL_FROM',
  'cli/doctor.ts': 'DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL and the own pages',
  'embedded/free-port.ts': 'loopback',
  'embedded/node-part.ts': 'the own pages on loopback',
  'embedded/postgres.ts': 'its own server, by a socket',
  'mail/imap-mailbox.ts': 'BOUNCE_IMAP_URL',
  'mail/transport.ts': 'SMTP_URL',
  'running/metrics-endpoint.ts': 'nobody: it is asked',
  'store/connection.ts': 'DATABASE_URL',
  'store/insert-rows.ts': 'nobody: it writes queries',
  'worker/metrics/temporal-figures.ts': 'loopback: the figures of its own SDK',
};

const CALLS = [
  /(?<![.\w])fetch\(/,
  /from '(node:)?(http|https|http2|tls|dgram|dns|dns\/promises|undici)'/,
  /import \{[^}]*\b(connect|createConnection|Socket)\b[^}]*\} from 'node:net'/,
  /^import (?!type)[^;]*from '(nodemailer|imapflow|openid-client|postgres)'/m,
];

describe('a connection to somewhere', () => {
  it('begins only in the files that are listed, each with a setting of the installation as its address', () => {
    const calling = files.filter((file) => CALLS.some((call) => call.test(textOf(file))));
    expect(calling).toEqual(Object.keys(CALLERS).sort());
  });

  it('begins in no room that reads what people send: documents, pages and commands, plans', () => {
    const near = Object.keys(CALLERS).filter((file) =>
      /^(domain|documents|activities|api\/(pages|commands|routes|uploads|queries))\//.test(file),
    );
    expect(near).toEqual([]);
  });

  it('is never one that a mail asks for: nodemailer opens neither addresses nor files', () => {
    const transport = textOf('mail/transport.ts');
    expect(transport).toContain('disableFileAccess: true');
    expect(transport).toContain('disableUrlAccess: true');
  });
});
