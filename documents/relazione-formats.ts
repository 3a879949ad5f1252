/** The formats in which a Relazione is written, apart from what writes them: naming one loads none of it. */
export const RELAZIONE_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type RelazioneFormat = (typeof RELAZIONE_FORMATS)[number];
