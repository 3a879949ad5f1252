/** One file inside a page: looked at where it stands, without a download; what cannot be shown says what it is. */
import type { FC } from 'hono/jsx';
import type { Look, OpenedEvidence } from '../../queries/opened-evidence.js';
import { Fact } from '../board/my-deadlines.js';
import { shortMoment } from '../italian-time.js';
import { downloadHref, sizeInWords } from './evidence-list.js';
import { fileInWords } from './evidence-words.js';
import { Due, dayOr, placeOf, Subject } from './obligation-parts.js';

interface ShownProps {
  readonly opened: OpenedEvidence;
  readonly zone: string;
}

/** What it proves and by when, and the file itself. */
export const EvidenceShown: FC<ShownProps> = ({ opened, zone }) => {
  const { evidence, term, look } = opened;
  return (
    <>
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Che cosa prova">
          <Subject subject={term.obligation.subject} href={placeOf(term.obligation)} />
        </Fact>
        <Fact label="Entro il">
          <Due view={term} />
        </Fact>
        <Fact label="Conclusa il">{dayOr(term.obligation.doneOn)}</Fact>
        <Fact label="Documento aggiunto il">{shortMoment(evidence.addedAt, zone)}</Fact>
      </dl>
      <Content id={evidence.id} name={evidence.name} type={evidence.type} look={look} />
      <p class="tr-actions">
        <a href={downloadHref(evidence.id)} download={evidence.name}>
          {`Scarica il documento (${sizeInWords(evidence.size)})`}
        </a>
      </p>
      <p class="tr-hash">{`SHA-256 ${evidence.sha256}`}</p>
    </>
  );
};

const Content: FC<{
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly look: Look;
}> = ({ id, name, type, look }) => {
  const source = `/documenti/${id}/contenuto`;
  switch (look.as) {
    case 'pdf':
      return (
        <>
          <iframe class="tr-shown-pdf" src={source} title={`Documento: ${name}`} />
          <p class="tr-hint">Se il documento non si vede, il tuo browser non mostra i PDF: scaricalo.</p>
        </>
      );
    case 'picture':
      return <img class="tr-shown-picture" src={source} alt={`Immagine: ${name}`} />;
    case 'text':
      return (
        <>
          {/* It scrolls: whoever has no mouse must reach it. */}
          <section class="tr-shown-text" tabindex={0} aria-label={`Testo: ${name}`}>
            <pre dir="auto">{look.text}</pre>
          </section>
          {look.isCut ? (
            <p class="tr-hint">Qui c'è l'inizio: per leggerlo tutto, scarica il documento.</p>
          ) : null}
        </>
      );
    case 'unlike':
      return (
        <p class="tr-lead">
          Il contenuto non è quello che il nome dice, e perciò non si mostra. Chiedi a chi l'ha aggiunto di
          caricarlo di nuovo.
        </p>
      );
    case 'file':
      return <p class="tr-lead">{fileInWords(type)}</p>;
  }
};
