/** The fields of each step of the setup of a town. */
import type { FC } from 'hono/jsx';
import type { SetupAnswers } from '../../../store/towns/town-setups.js';
import { rowsIn } from '../../commands/towns/closures-asked.js';
import { SENDING_TIMES } from '../../onboarding/sending-fields.js';
import type { SetupStep } from '../../onboarding/town-setup.js';
import { CheckBox, Input, Select, TextArea, type Typed } from '../fields.js';
import { ClosureFields } from '../town/closure-fields.js';
import { PeopleFields } from './people-fields.js';

interface StepFieldsProps {
  readonly step: SetupStep;
  readonly typed: Typed;
  /** Of all steps. */
  readonly answers: SetupAnswers;
}

export const StepFields: FC<StepFieldsProps> = ({ step, typed, answers }) => {
  switch (step) {
    case 'ente':
      return <NameFields typed={typed} />;
    case 'chiusure':
      return (
        <ClosureFields
          typed={typed}
          more="salva e torna a questo passo"
          rows={{ yearly: rowsIn(typed.values, 'yearly'), periods: rowsIn(typed.values, 'periods') }}
        />
      );
    case 'parole':
      return <WordFields typed={typed} />;
    case 'settori':
      return <SectorFields typed={typed} />;
    case 'persone':
      return <PeopleFields typed={typed} answers={answers} />;
    case 'avvisi':
      return <SendingFields typed={typed} />;
  }
};

const NameFields: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <>
    <Input
      name="nome"
      label="Nome"
      typed={typed}
      hint="Per intero, per esempio: Comune di Esempio."
      required
    />
    <Input
      name="sigla"
      label="Sigla"
      typed={typed}
      hint="Lettere minuscole, cifre, trattini. Se la lasci vuota viene dal nome."
    />
    <Input name="ipa" label="Codice IPA" typed={typed} hint="Per esempio c_x000." />
  </>
);

/** The settings' page asks for them too. */
export const WordFields: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <div class="tr-row">
    <Input
      name="settore"
      label="Le strutture"
      typed={typed}
      hint="Settore, Area, Servizio, Direzione…"
      required
    />
    <Input name="valutatore" label="Chi valuta" typed={typed} hint="Nucleo di valutazione, OIV…" required />
    <Input
      name="segretario"
      label="Il Segretario"
      typed={typed}
      hint="Segretario comunale, Segretario generale…"
      required
    />
  </div>
);

const SectorFields: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <TextArea
    name="settori"
    label="Settori, uno per riga"
    typed={typed}
    rows={10}
    hint="Come li scrive il piano: alla sua importazione si riconoscono dal nome. Si può lasciare vuoto: allora i settori arrivano con il piano, e i Responsabili si indicano dopo."
  />
);

const SendingFields: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <>
    <SendingTime typed={typed} />
    <CheckBox
      name="sindaco"
      label="Il Sindaco riceve la comunicazione dell'ottavo giorno lavorativo di ritardo"
      typed={typed}
      hint="Solo se un atto la prevede. Il Segretario la può trattenere il giorno prima."
    />
    <Input
      name="atto"
      label="Atto che la prevede"
      typed={typed}
      hint="Per esempio: G.C. n. 12 del 03/02/2023."
      required="depends"
    />
  </>
);

/** The settings' page asks for it too. */
export const SendingTime: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <Select
    name="ora"
    label="Ora degli avvisi"
    typed={typed}
    hint="Nei giorni lavorativi. Ciò che non parte entro le 17 parte il giorno lavorativo dopo."
    choices={[
      { value: '', text: 'tra le 7:30 e le 9:00, decide il sistema' },
      ...SENDING_TIMES.map(({ time }) => ({ value: time, text: `alle ${time}` })),
    ]}
    required
  />
);
