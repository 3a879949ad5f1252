/** *E se qualcuno manca?*: asked for before the absence is recorded. */
import type { FC } from 'hono/jsx';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Viewer } from '../../viewer.js';
import { type Choice, Input, Select, type Typed } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EffectPanel } from './effect-panel.js';
import { RehearsalNav } from './rehearsal-nav.js';

interface WhatIfProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly rehearsal: Rehearsal;
  readonly typed: Typed;
  readonly effect: RehearsalEffect | null;
}

export const WhatIfView: FC<WhatIfProps> = ({ frame, viewer, rehearsal, typed, effect }) => {
  const people: readonly Choice[] = [...rehearsal.people.values()]
    .map(({ id, name }) => ({ value: id, text: name }))
    .sort((a, b) => a.text.localeCompare(b.text, 'it'));
  return (
    <Page frame={frame} title="E se qualcuno manca?" subtitle="Che cosa cambierebbe negli avvisi">
      <RehearsalNav path={frame.path} viewer={viewer} />
      <p class="tr-lead">
        Nulla viene registrato. Senza chi sostituisce gli avvisi vanno al Segretario; se manca il Segretario,
        al Sindaco.
      </p>
      <search aria-label="Scegli persona e giorni">
        <form method="get" action="/prova-generale/se" class="tr-filters">
          <Select
            name="persona"
            label="Chi manca"
            typed={typed}
            required
            choices={[{ value: '', text: 'Scegli' }, ...people]}
          />
          <Input name="dal" label="Dal" type="date" typed={typed} min={rehearsal.start} required />
          <Input name="al" label="Al" type="date" typed={typed} min={rehearsal.start} required />
          <Select
            name="sostituto"
            label="Chi sostituisce"
            typed={typed}
            choices={[{ value: '', text: 'Nessuno' }, ...people]}
          />
          <FilterButtons button="Mostra" />
        </form>
      </search>
      {effect === null ? null : <EffectPanel viewer={viewer} rehearsal={rehearsal} effect={effect} />}
    </Page>
  );
};
