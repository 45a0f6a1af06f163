import { existsSync, readFileSync } from 'node:fs';
import type { ExportDocument } from '../../../../../src/sizing/core/export-document.ts';

interface Declared {
  readonly from: string;
  readonly to: string;
  readonly default?: number | boolean;
}

const dataFile = new URL('../../../../../../shared/data/capi-properties.json', import.meta.url);

/** The properties of the job spec with the releases that declare them, read from every tag; not in this repository. */
const list: { readonly properties: Readonly<Record<string, readonly Declared[]>> } | undefined = existsSync(
  dataFile,
)
  ? JSON.parse(readFileSync(dataFile, 'utf8'))
  : undefined;

export const hasJobSpecList = list !== undefined;
export const skippedWithoutList = '(skipped where the list of properties is absent)';

/** The last release in the list, 1.x. */
export const lastListed = 235;

const minor = (release: string) => Number(release.split('.')[1]);

/** What the job spec of release 1.x says of a property, if it declares it. */
export function listedIn(property: string, release: number): Declared | undefined {
  return list?.properties[property]?.find((span) => minor(span.from) <= release && minor(span.to) >= release);
}

/** Properties of all ops files among some documents, both sides of a comparison included. */
export function propertiesIn(documents: readonly ExportDocument[]): readonly string[] {
  return documents
    .flatMap(({ content }) => (content.kind === 'changes' ? [content.before, content.after] : [content]))
    .flatMap((content) => (content.kind === 'ops' ? content.entries : []))
    .filter(({ path }) => path.includes('/properties/'))
    .map(({ path }) =>
      path
        .replace(/.*\/properties\//, '')
        .replaceAll('?', '')
        .replaceAll('/', '.'),
    );
}
