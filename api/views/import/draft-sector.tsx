/** One sector of a draft: its name and owner, its objectives with what is missing and weak, and a place to add one. */
import type { FC } from 'hono/jsx';
import type { DraftObjective, DraftSector } from '../../../domain/plan/draft/draft-plan.js';
import { counted } from '../../../mail/italian-numbers.js';
import { type DraftPage, knownSectorLike } from '../../queries/draft-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Input, type Typed } from '../fields.js';
import { Table } from '../table.js';
import { draftPath, Marks, nameOf, objectivePath, WarningList, weightIn } from './draft-parts.js';
import { DraftWeights } from './draft-weights.js';

interface SectorProps {
  readonly viewer: Viewer;
  readonly page: DraftPage;
  readonly sector: DraftSector;
  readonly wrong: { readonly form: string; readonly typed: Typed } | null;
}

export const DraftSectorView: FC<SectorProps> = ({ viewer, page, sector, wrong }) => {
  const { draft, beside } = page;
  const { document } = draft.plan;
  const kept = sector.objectives.filter((one) => !one.discarded);
  return (
    <section aria-labelledby={`titolo-${sector.id}`}>
      <h2 id={`titolo-${sector.id}`}>{sector.name}</h2>
      <p class="tr-lead">
        {sector.owner === null ? (
          <>
            {page.base === null ? <span class="tr-badge tr-badge-missing">manca il responsabile</span> : null}
            {' Il documento non stampa un responsabile: risponde chi dirige il settore.'}
          </>
        ) : (
          `Responsabile, come è stampato: ${sector.owner}.`
        )}
        {page.base !== null || page.townSectors.includes(sector.name)
          ? ''
          : " Per l'ente è un settore nuovo: se esiste già con un altro nome, usa quel nome."}
      </p>
      <SameSector viewer={viewer} page={page} sector={sector} />
      <WarningList warnings={beside.get(sector.id) ?? []} title="Avvertenze sul settore" />
      <Table
        caption={`Obiettivi di ${sector.name}`}
        columns={[
          {
            title: `Obiettivo (${counted(kept.length, 'obiettivo', 'obiettivi')})`,
            heading: true,
            cell: (one: DraftObjective) => (
              <>
                <a href={objectivePath(page, one.id)}>{nameOf(one)}</a>
                {one.shared ? <span class="tr-due-note">di struttura, comune a più settori</span> : null}
                {one.from.length === 0 ? <span class="tr-due-note">aggiunto a mano</span> : null}
              </>
            ),
          },
          { title: 'Peso', numeric: true, cell: weightIn },
          { title: 'Fasi', numeric: true, cell: ({ milestones }) => String(milestones.length) },
          {
            title: 'Da vedere',
            cell: (one) => (
              <Marks
                objective={one}
                document={document}
                warnings={beside.get(one.id) ?? []}
                {...(page.base === null ? {} : { base: page.base })}
              />
            ),
          },
        ]}
        rows={sector.objectives}
        empty="Nessun obiettivo."
      />
      <div class="tr-draft-more">
        {page.base === null ? (
          <SectorForm
            viewer={viewer}
            page={page}
            sector={sector}
            typed={wrong?.form === sector.id ? wrong.typed : null}
          />
        ) : null}
        {page.draft.changes?.kind === 'variation' ? (
          <DraftWeights
            viewer={viewer}
            page={page}
            sector={sector}
            typed={wrong?.form === `${sector.id}-pesi` ? wrong.typed : null}
          />
        ) : null}
        {page.draft.changes?.kind === 'correction' ? null : (
          <AddObjective
            viewer={viewer}
            page={page}
            sector={sector}
            typed={wrong?.form === `${sector.id}-nuovo` ? wrong.typed : null}
          />
        )}
      </div>
    </section>
  );
};

/** One press for what is most often meant: the town's own name for the sector. */
const SameSector: FC<Omit<SectorProps, 'wrong'>> = ({ viewer, page, sector }) => {
  const taken = page.draft.plan.sectors.map(({ name }) => name);
  const like = knownSectorLike(
    sector.name,
    page.townSectors.filter((name) => name === sector.name || !taken.includes(name)),
  );
  if (like === null || page.base !== null) return null;
  return (
    <CommandForm
      viewer={viewer}
      action={`${draftPath(page)}/settori/${sector.id}`}
      class="tr-inline-form tr-same-sector"
    >
      <input type="hidden" name="visto" value={String(page.draft.version)} />
      <input type="hidden" name="name" value={like} />
      <input type="hidden" name="owner" value={sector.owner ?? ''} />
      <span>{`È lo stesso settore che l'ente chiama «${like}»?`}</span>
      <button type="submit" class="btn btn-outline-primary btn-sm">
        {`Sì, usa «${like}»`}
      </button>
    </CommandForm>
  );
};

type PartProps = Omit<SectorProps, 'wrong'> & { readonly typed: Typed | null };

const SectorForm: FC<PartProps> = ({ viewer, page, sector, typed }) => {
  const values = typed ?? blank({ name: sector.name, owner: sector.owner ?? '' });
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>
        Modifica nome e responsabile<span class="visually-hidden">{` di ${sector.name}`}</span>
      </summary>
      <CommandForm viewer={viewer} action={`${draftPath(page)}/settori/${sector.id}`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <Input
          name="name"
          label="Nome del settore"
          typed={values}
          of={sector.id}
          hint={
            page.townSectors.length === 0
              ? 'Le scadenze e i ruoli si legano a questo nome.'
              : `L'ente ha già: ${page.townSectors.join(', ')}.`
          }
          autocomplete="off"
          required
        />
        <Input
          name="owner"
          label="Responsabile stampato nel documento"
          typed={values}
          of={sector.id}
          autocomplete="off"
        />
        <button type="submit" class="btn btn-primary btn-sm">
          Salva il settore
        </button>
      </CommandForm>
    </details>
  );
};

const AddObjective: FC<PartProps> = ({ viewer, page, sector, typed }) => (
  <details class="tr-details" open={typed !== null}>
    <summary>
      Aggiungi un obiettivo<span class="visually-hidden">{` a ${sector.name}`}</span>
    </summary>
    <CommandForm viewer={viewer} action={`${draftPath(page)}/settori/${sector.id}/obiettivi`}>
      <Input
        name="title"
        label="Titolo dell'obiettivo"
        typed={typed ?? blank()}
        of={`${sector.id}-nuovo`}
        autocomplete="off"
        required
      />
      <button type="submit" class="btn btn-primary btn-sm">
        Aggiungi l'obiettivo
      </button>
    </CommandForm>
  </details>
);
