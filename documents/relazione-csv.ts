import type { Relazione } from '../domain/relazione/relazione.js';
import { csvTable } from './csv-table.js';
import { relazioneRows, relazioneTable } from './relazione-table.js';

/** A Relazione as open data: an objective of a sector a line, semicolons, UTF-8 with its mark, nothing taken for a formula. */
export const relazioneCsv = (relazione: Relazione): string =>
  csvTable(
    relazioneTable(relazione).columns.map(({ title }) => title),
    relazioneRows(relazione),
  );
