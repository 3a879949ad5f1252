/** Why an office file cannot be read and what to do; Italian. */
export const OFFICE_REFUSALS = {
  bomb: 'Il file contiene molti più dati di quelli che servono a un piano, perciò non è stato aperto: salva in un documento nuovo la sola parte con gli obiettivi e carica quello.',
  encrypted:
    'Il file di Office è protetto da password: toglila (File, Informazioni, Proteggi) e caricalo di nuovo.',
  broken:
    'Il file è danneggiato o incompleto: aprilo con Word o Excel, salvalo con un altro nome e carica la copia.',
} as const;
