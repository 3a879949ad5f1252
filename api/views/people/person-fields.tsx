import type { FC } from 'hono/jsx';
import { CheckBox, Input, type Typed } from '../fields.js';

/** Name and mailbox of a person, new or known. */
export const PersonFields: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <>
    <Input name="name" label="Nome e cognome" typed={typed} autocomplete="off" required />
    <Input
      name="email"
      label="Casella di posta"
      type="email"
      typed={typed}
      autocomplete="off"
      hint="Senza casella gli avvisi vanno al Segretario, da consegnare a mano."
    />
    <CheckBox name="sharedMailbox" label="La casella è letta da più persone" typed={typed} />
  </>
);
