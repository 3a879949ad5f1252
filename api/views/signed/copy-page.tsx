/** One paper that comes back signed: its versions with their hashes, and the form that adds one. */
import type { FC } from 'hono/jsx';
import type { SignedCopy } from '../../../store/relazione/signed-copies.js';
import type { CopyPage } from '../../queries/signed-copies.js';
import { reachOf } from '../../rights.js';
import { SIGNED_EXTENSIONS } from '../../uploads/signed-file.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, FileInput, Input, type Typed } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import { sizeInWords } from '../obligations/evidence-list.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import {
  heldInWords,
  paperHref,
  paperPlace,
  paperTitle,
  protocolInWords,
  SIGNATURE_WORDS,
} from './signed-words.js';

interface CopyPageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: CopyPage;
  /** What was sent and could not be kept. */
  readonly refused: Typed | null;
}

export const CopyPageView: FC<CopyPageProps> = (props) => {
  const { frame, viewer, page } = props;
  const { paper, found, copies } = page;
  return (
    <Page
      frame={frame}
      title={paperTitle(paper, found)}
      subtitle="Protocollo e copia firmata"
      back={paperPlace(paper, found, reachOf(viewer.roles, 'review.examine') !== null)}
    >
      <p class="tr-lead">{leadOf(page)}</p>
      {found.is === 'act' && found.subject !== '' ? <p>{`Oggetto: ${found.subject}`}</p> : null}
      {page.mayAdd ? <AddForm {...props} /> : null}
      <Table
        caption="Versioni, la più recente per prima"
        captionShown
        columns={[
          { title: 'N.', heading: true, cell: ({ version }: SignedCopy) => String(version) },
          { title: 'Protocollo', cell: protocolOf },
          { title: 'File firmato', cell: (copy) => <FileOf copy={copy} /> },
          {
            title: 'Aggiunta',
            cell: ({ addedAt, addedBy }) =>
              `${shortMoment(addedAt, viewer.town.clock.zone)}${addedBy === null ? '' : `, ${addedBy}`}`,
          },
        ]}
        rows={[...copies].reverse()}
        empty="Nessuna copia firmata finora."
      />
      <p class="tr-hint">
        Le versioni non si cambiano e non si tolgono: vale l'ultima. Qui si conserva il file con la sua
        impronta; la firma si verifica con il programma del prestatore che l'ha rilasciata.
      </p>
    </Page>
  );
};

function leadOf({ protocol, file, found }: CopyPage): string {
  const known =
    found.is === 'act' && found.protocolNumber !== null
      ? { number: found.protocolNumber, on: found.protocolOn }
      : null;
  const entered = protocol ?? known;
  const said = entered === null ? 'Senza numero di protocollo' : `Registrato con ${protocolInWords(entered)}`;
  return `${said}; ${file === null ? 'nessun file firmato è ancora allegato' : `il file firmato è «${file.name}»`}.`;
}

const protocolOf = ({ protocolNumber: number, protocolOn: on }: SignedCopy): string =>
  number === null ? '–' : protocolInWords({ number, on });

const FileOf: FC<{ readonly copy: SignedCopy }> = ({ copy: { id, file } }) => {
  if (file === null) return <>–</>;
  const held = heldInWords(file.holds);
  return (
    <>
      <a href={`/copia-firmata/${id}`} download={file.name}>
        {file.name}
      </a>
      <span class="tr-due-note">{`${SIGNATURE_WORDS[file.signature]}, ${sizeInWords(file.size)}`}</span>
      {held === null ? null : <span class="tr-due-note">{held}</span>}
      <span class="tr-hash">{`SHA-256 ${file.sha256}`}</span>
    </>
  );
};

const AddForm: FC<CopyPageProps> = ({ viewer, page, refused }) => {
  const { paper, protocol, copies } = page;
  const begun = { protocolNumber: protocol?.number ?? '', protocolDate: protocol?.on ?? '' };
  const typed = refused ?? blank(begun);
  return (
    <section class="tr-panel" aria-labelledby="allega">
      <h2 id="allega">{copies.length === 0 ? 'Allega la copia firmata' : 'Aggiungi una versione'}</h2>
      <ErrorSummary typed={typed} />
      <CommandForm viewer={viewer} action={paperHref(paper)} files>
        <input type="hidden" name="visto" value={String(copies.length)} />
        <Input name="protocolNumber" label="Numero di protocollo" typed={typed} autocomplete="off" />
        <Input name="protocolDate" label="Data di protocollo" type="date" typed={typed} max={viewer.today} />
        <FileInput
          name="file"
          label="File firmato"
          typed={typed}
          accept={SIGNED_EXTENSIONS}
          hint="PDF firmato (PAdES) o P7M (CAdES), al più 25 MB. Si può registrare prima il protocollo e il file dopo."
        />
        <button type="submit" class="btn btn-primary">
          Registra
        </button>
      </CommandForm>
    </section>
  );
};
