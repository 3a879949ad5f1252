/** What every form that records an act asks for: who adopted it and its number, and the protocol. */
import type { FC } from 'hono/jsx';
import { ORGANS } from '../commands/plan/plan-checks.js';
import { Input, Select, type Typed } from './fields.js';
import { ORGANS_IN_WORDS } from './words.js';

interface ActFieldsProps {
  readonly typed: Typed;
  /** Tells apart forms of one page, as with any field. */
  readonly of?: string;
}

/** `organ` and `number`, both required; the act's day stands beside them under the name its form gives it. */
export const OrganAndNumber: FC<ActFieldsProps> = (field) => (
  <>
    <Select
      {...field}
      name="organ"
      label="Organo"
      required
      choices={ORGANS.map((organ) => ({ value: organ, text: ORGANS_IN_WORDS[organ][0] }))}
    />
    <Input {...field} name="number" label="Numero dell'atto" autocomplete="off" required />
  </>
);

/** `protocolNumber` and `protocolDate`, never required. */
export const ProtocolFields: FC<ActFieldsProps> = (field) => (
  <>
    <Input {...field} name="protocolNumber" label="Numero di protocollo" autocomplete="off" />
    <Input {...field} name="protocolDate" label="Data di protocollo" type="date" />
  </>
);
