/**
 * The pictures of docs/guida, taken again while a year of the demo is lived through in a real browser: half-year
 * submissions, one returned, a variation by act, self-evaluations, degrees. It begins on the demo's first day:
 *
 *   npm start -- --port 4000 --data ../guida-dati      (in another terminal, on empty data)
 *   CHROMIUM_PATH=/usr/bin/chromium npx tsx tests/browser/guide.ts http://localhost:4000 docs/guida/img
 *
 * The whole Chromium: the one of the tests, without windows, shows no PDF.
 */
import {
  as,
  browser,
  FINANCE,
  folder,
  go,
  HEADS,
  NUCLEO,
  only,
  page,
  paper,
  press,
  SECRETARY,
  shoot,
  told,
  until,
} from './guide-browser.js';

/** What somebody attaches. */
const proof = {
  name: 'verbale-di-verifica.pdf',
  mimeType: 'application/pdf',
  buffer: await paper(
    'Verbale di verifica',
    'Il 30 giugno 2023 si è verificata la cassa: le scritture corrispondono.',
  ),
};

/** Every line of a half-year's page; the first is late for a reason. */
async function compile(): Promise<void> {
  const lines = await page.locator('fieldset[data-voce]').all();
  for (const [at, line] of lines.entries()) {
    const isLate = at === 0;
    await line.getByLabel('Stato di avanzamento').selectOption(isLate ? 'late' : 'on-track');
    for (const field of await line.locator('.tr-indicator').all()) {
      const isFigure = (await field.getByText('Valore atteso:').count()) > 0;
      await field.locator('input[name$=".value"]').fill(isFigure ? '96' : 'Come previsto');
    }
    const fold = line.locator('details').first();
    await fold.evaluate((one) => one.setAttribute('open', ''));
    await line.getByLabel('Scostamento dal piano').fill('Due fasi sono slittate di un mese.');
    await line.locator('select[name$=".cause"]').selectOption('dependency');
    await line.getByLabel('Azione correttiva').fill('Il sollecito è partito; si chiude entro settembre.');
    await line.locator('select[name$=".proposal"]').selectOption(isLate ? 'correct' : 'confirm');
    if (isLate) await line.getByLabel('Che cosa proponi').fill('Una riunione al mese con il fornitore.');
    await line.getByLabel('Riscontri').fill('Determina n. 31 del 14/06/2023');
  }
  const list = page.getByLabel('Le ho rilette e le confermo');
  if ((await list.count()) > 0) await list.check();
}

/** Opens the own submission of the window whose name has these words. */
async function openOwn(window: RegExp): Promise<void> {
  await go('/monitoraggio');
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: window }) });
  await section.locator('tbody a').first().click();
  await page.waitForLoadState();
}

async function june(): Promise<void> {
  await as(SECRETARY);
  await go('/cruscotto');
  await shoot('cruscotto');
  await go('/ciclo');
  await shoot('ciclo');
  await go('/misurazione/criteri?anno=2023');
  await page
    .getByRole('link', { name: /^GESTIONE ESTERNALIZZAZIONE/ })
    .first()
    .click();
  await page.waitForLoadState();
  await page
    .locator('fieldset details')
    .first()
    .evaluate((one) => one.setAttribute('open', ''));
  await shoot('come-si-misura', '#indicatori');
  await go(
    '/ciclo/termini?prova=si&anno=2023&selfEvaluation.opens=2024-01-02&selfEvaluation.due=2024-02-15&measurement.opens=2024-01-02&measurement.due=2024-03-31&transmission=2024-05-15&act=&order=adopted-first&validationDays=30&publicationDays=10&againDays=30',
  );
  await shoot('termini', '.tr-tabs');
}

async function july(): Promise<void> {
  await as(SECRETARY);
  await until('2023-07-03');
  await go('/posta?cerca=Monitoraggio');
  await page
    .locator('main tbody tr')
    .filter({ hasText: /finanziario/i })
    .locator('a')
    .first()
    .click();
  await page.waitForLoadState();
  await shoot('messaggio', 'main h2');
  await as(SECRETARY);
  await go('/persone');
  await page.getByLabel('Nome e cognome').fill('Giulia Prova');
  await press('Aggiungi');
  await told('Persona registrata.');
  await as(FINANCE);
  await go('/le-mie-scadenze');
  await page
    .getByRole('link', { name: /^Rispondi/ })
    .first()
    .click();
  await page.getByLabel('Documento che lo prova').first().setInputFiles(proof);
  await page.locator('[aria-labelledby="concludi"] textarea').fill('Verificato il 30 giugno.');
  await shoot('rispondi', '[aria-labelledby="concludi"]');
  await press('Concluso');
  await told('Registrato: risulta conclusa');
  await go('/monitoraggio/chi-prepara');
  await page.getByText('Nomina una persona').click();
  await page.getByLabel('Persona').selectOption({ label: 'Giulia Prova' });
  await press('Nomina');
  await told('Registrato: da quel giorno apre');
  await openOwn(/primo semestre/);
  await page.locator('fieldset[data-voce]').first().getByLabel('Stato di avanzamento').selectOption('late');
  await press('Salva bozza');
  for (const head of HEADS) {
    await as(head);
    await openOwn(/primo semestre/);
    await compile();
    if (head === FINANCE) await shoot('monitoraggio-voce', 'fieldset[data-voce]');
    await press('Trasmetti');
    await told('Monitoraggio trasmesso');
  }
  await as(SECRETARY);
  await go('/monitoraggio');
  await shoot('monitoraggi');
  const links = await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /primo semestre/ }) })
    .locator('tbody a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const [returned = '', ...accepted] = [...new Set(links)].filter((one) =>
    /^\/monitoraggio\/[0-9a-f-]{36}$/.test(one),
  );
  for (const path of accepted) {
    await go(path);
    await press('Acquisisci');
    await told('Monitoraggio acquisito.');
  }
  await go(returned);
  await page.getByLabel('Che cosa integrare').fill('Manca il numero della determina del primo obiettivo.');
  await shoot('restituisci', '[aria-labelledby="esito"]');
  await press('Restituisci per integrazioni');
  await told('Restituito per integrazioni: il settore');
  await as(HEADS.find((_, at) => at === 1) ?? FINANCE);
  await go(returned);
  await page.getByLabel('Riscontri').first().fill('Determina n. 47 del 20/06/2023');
  await press('Trasmetti');
  await told('Monitoraggio trasmesso');
  await as(NUCLEO);
  await go(returned);
  await page
    .getByLabel(/Osservazione/)
    .first()
    .fill('Si chiede di indicare quando riprende la seconda fase.');
  await press(/osservazione/i);
  await told('Osservazione registrata.');
  await as(SECRETARY);
  await go(returned);
  await press('Acquisisci');
  await go('/ciclo');
}

async function october(): Promise<void> {
  await as(SECRETARY);
  await until('2023-10-12');
  await go('/piano?anno=2023');
  await page.getByRole('link', { name: 'Cambia il piano' }).click();
  await press('Prepara una variazione');
  const draft = new URL(page.url()).pathname;
  await page
    .getByRole('link', { name: /VARIANTE URBANISTICA/ })
    .first()
    .click();
  await page.waitForLoadState();
  await page.locator('#milestone-0-date-obiettivo').fill('2024-01-31');
  await press('Salva');
  await told('Correzione salvata nella bozza.');
  await go(draft);
  await page
    .getByRole('link', { name: /REALIZZAZIONE PIANO INVESTIMENTI/ })
    .first()
    .click();
  await page.waitForLoadState();
  await page.locator('#milestone-0-date-obiettivo').fill('2023-11-30');
  await press('Salva');
  await told('Correzione salvata nella bozza.');
  await go(draft);
  await page
    .getByRole('link', { name: /GUARDIE ECOLOGICHE/ })
    .first()
    .click();
  await page.waitForLoadState();
  await press('Togli dal piano');
  await told('Obiettivo tolto dal piano in questa bozza.');
  await go(draft);
  await press('Accetta questi pesi');
  await page.getByText('Pesi: sommano').waitFor({ state: 'detached' });
  await go(`${draft}/conferma`);
  await shoot('variazione', 'main h2');
  await page.getByLabel("Numero dell'atto").fill('112');
  await page.getByLabel("Data dell'atto").fill('2023-10-09');
  await page.getByLabel('Motivo della variazione').fill("Il servizio è passato all'Unione dei Comuni.");
  await press('Conferma la variazione');
  await told('Variazione registrata con il suo atto');
}

async function january(): Promise<void> {
  await as(SECRETARY);
  await until('2024-01-08');
  await go('/misurazione');
  await shoot('che-cosa-manca', '#manca');
  for (const head of HEADS) {
    await as(head);
    await openOwn(/secondo semestre/);
    await compile();
    await press('Trasmetti');
    await told('Monitoraggio trasmesso');
    await go('/misurazione');
    await page.locator('a[href^="/autovalutazione/"]').first().click();
    await page.waitForLoadState();
    for (const [at, line] of (await page.locator('fieldset[data-voce]').all()).entries()) {
      await line.getByLabel('Esito').selectOption('degree');
      await line.getByLabel('Grado di raggiungimento').fill(at === 0 ? '95' : '100');
      await line.getByLabel('Motivazione').fill(at === 0 ? 'La gara è andata deserta e si è ripetuta.' : '');
    }
    if (head === FINANCE) await shoot('autovalutazione', 'fieldset[data-voce]');
    await press('Trasmetti');
    await told('Autovalutazione trasmessa');
  }
  await as(NUCLEO);
  await go('/misurazione');
  const sectors = await page
    .locator('main tbody a[href^="/misurazione/settori/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const sector of [...new Set(sectors)]) {
    await go(sector);
    await press(/^Decidi come autovalutato/);
    await told('Registrato: il grado è deciso.');
  }
  await as(SECRETARY);
  await go('/misurazione');
  await shoot('totali');
  await as(NUCLEO);
  await go('/istruttoria?anno=2023');
  const proved = page
    .locator('main tbody tr')
    .filter({ has: page.locator('[data-label="Documenti"]', { hasText: '1' }) });
  await proved.first().locator('a').first().click();
  await page.waitForLoadState();
  await page.getByRole('link', { name: proof.name, exact: true }).click();
  await page.waitForLoadState();
  // The viewer of the browser paints after its page has loaded.
  await page.waitForTimeout(8_000);
  await shoot('istruttoria-documento', '#documento');
}

const STORY = { june, july, october, january };

try {
  for (const [name, part] of Object.entries(STORY)) if (only === '' || only === name) await part();
} catch (error) {
  await page.screenshot({ path: `${folder}/../fermata.png`, fullPage: true });
  throw error;
} finally {
  await browser.close();
}
