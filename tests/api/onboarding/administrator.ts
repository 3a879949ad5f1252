/** An administrator of the installation, who has entered and is nobody in any town. */
import { expect } from 'vitest';
import { instant } from '../../../domain/time/instant.js';
import { connect } from '../../../store/connection.js';
import { nameAdministrator } from '../../../store/people/administrators.js';
import type { SignInStage } from '../sign-in-stage.js';
import type { FoundForm, Visitor } from '../visitor.js';

export interface EnteredAdministrator {
  readonly visitor: Visitor;
  readonly address: string;
  /** Begins a setup and returns its place, without the step. */
  begin(): Promise<string>;
  /** Sends the form of a step with these fields filled in and the others empty. */
  answer(
    place: string,
    step: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
  /** The form of the last page, to be sent more than once. */
  last(place: string): Promise<FoundForm>;
}

let made = 0;

export async function enterAdministrator(on: SignInStage): Promise<EnteredAdministrator> {
  made += 1;
  const address = `amministra.${made}@installazione.example`;
  const owner = connect(on.stage.database.ownerUrl, { max: 1 });
  await nameAdministrator(owner, address, instant(on.clock.now));
  await owner.end();
  const visitor = on.browser();
  const { headers } = await visitor.post((await on.linkFor(address, visitor)).link, {});
  expect(headers.get('location')).toBe('/ente');
  return {
    visitor,
    address,
    async begin() {
      const { fields } = await visitor.form('/installazione', '/installazione/enti');
      const { headers: begun } = await visitor.post('/installazione/enti', fields);
      return (begun.get('location') ?? '').replace(/\/ente$/, '');
    },
    async answer(place, step, fields) {
      const { action, fields: found } = await visitor.form(`${place}/${step}`, `${place}/${step}`);
      const { modulo = '', visto = '' } = found;
      const { status, text, headers: said } = await visitor.post(action, { modulo, visto, ...fields });
      return { status, text, location: said.get('location') };
    },
    last: (place) => visitor.form(`${place}/riepilogo`, `${place}/crea`),
  };
}
