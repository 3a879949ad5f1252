/** publiccode.yml by standard 0.7: what is mandatory, the lists it draws from, and no deprecated section. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { textOf } from './house-files.js';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const Description = z.strictObject({
  localisedName: z.string().optional(),
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
});

const Contacts = z.array(z.strictObject({ name: z.string().min(1), email: z.email().optional() })).min(1);

const Maintenance = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.enum(['internal', 'community']), contacts: Contacts }),
  z.strictObject({
    type: z.literal('contract'),
    contractors: z.array(z.strictObject({ name: z.string(), until: Day })).min(1),
  }),
]);

const Dependency = z.strictObject({ name: z.string().min(1), versionMin: z.string(), optional: z.boolean() });

/** Strict: the deprecated country section `IT` and misspelt keys are refused. */
const PublicCode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  releaseDate: Day,
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(
    z.enum([
      'workflow-management',
      'regulations-and-directives',
      'document-management',
      'compliance-management',
    ]),
  ),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'standalone/other', 'addon', 'library']),
  intendedAudience: z.strictObject({
    scope: z.array(z.enum(['local-authorities', 'government'])),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  }),
  supports: z.array(
    z.strictObject({
      id: z.enum(['gdpr', 'eidas', 'nis2', 'spid', 'cie', 'pagopa', 'io'].map((a) => `alias:${a}`)),
    }),
  ),
  organisation: z
    .strictObject({ name: z.string().optional(), uri: z.string().startsWith('urn:x-italian-pa:') })
    .optional(),
  description: z.strictObject({ it: Description, en: Description }),
  legal: z.strictObject({ license: z.string() }),
  maintenance: Maintenance,
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  }),
  dependsOn: z.strictObject({ open: z.array(Dependency) }),
});

const Manifest = z.object({
  license: z.string(),
  version: z.string(),
  engines: z.object({ node: z.string() }),
});

const published: unknown = parse(textOf('publiccode.yml'));

describe('publiccode.yml', () => {
  it('follows standard 0.7', () => {
    expect(PublicCode.safeParse(published).error?.issues ?? []).toEqual([]);
  });

  it.each(['url', 'legal', 'maintenance', 'localisation', 'softwareType', 'description', 'platforms'])(
    'would be refused without %s',
    (key) => {
      const without = Object.fromEntries(Object.entries(Object(published)).filter(([name]) => name !== key));
      expect(PublicCode.safeParse(without).success).toBe(false);
    },
  );

  it('would be refused with the deprecated section IT', () => {
    expect(
      PublicCode.safeParse({ ...Object(published), IT: { countryExtensionVersion: '1.0' } }).success,
    ).toBe(false);
  });

  it('names the licence, the version and the Node.js of package.json', () => {
    const manifest = Manifest.parse(JSON.parse(textOf('package.json')));
    const { legal, softwareVersion, dependsOn } = PublicCode.parse(published);
    expect(legal.license).toBe(manifest.license);
    expect(softwareVersion).toBe(manifest.version);
    const node = dependsOn.open.find(({ name }) => name === 'Node.js');
    expect(`>=${node?.versionMin}`).toBe(manifest.engines.node);
  });

  it('comes with the text of the licence that it names', () => {
    expect(textOf('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  });
});
