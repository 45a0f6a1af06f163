import * as fc from 'fast-check';
import { renderExport } from '../../../src/share/render-export.ts';
import { calculators } from '../../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import { hasErrors } from '../../../src/sizing/core/import.ts';
import { planOf } from '../../../src/sizing/core/preset.ts';
import { checkValue } from '../../../src/sizing/core/schema.ts';
import { arbitraryBytes } from './arbitrary-bytes.ts';
import { attackKeys, attackTexts } from './attack-values.ts';
import { claim, claimPrototypeUnharmed } from './claim.ts';
import { claimFinite } from './finite-evaluation.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';

const yamlPieces = [
  ...[
    '\n',
    '\t',
    '  ',
    '- ',
    ': ',
    '? ',
    '|',
    '>-',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!binary ',
    '!ruby/object:X ',
    '%YAML 1.1\n',
  ],
  ...[
    '---\n',
    '...\n',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '((var))',
    '{{ var }}',
    '[DEFAULT]\n',
    '=',
    'a: &a [*a]\n',
  ],
  ...[
    '__proto__: {polluted: 1}\n',
    'constructor: 1\n',
    '? {a: b}\n: c\n',
    '0o17',
    '0x1F',
    '1_000',
    '.inf',
    '.nan',
    '~',
  ],
  ...[
    '{'.repeat(200),
    '- '.repeat(200),
    'x'.repeat(2000),
    `a: ${'9'.repeat(400)}\n`,
    '\u0000',
    '\u0085',
    '\u2028',
  ],
  ...attackKeys,
  ...attackTexts,
];

const csvPieces = [
  ...[
    '\n',
    '\r',
    '\r\n',
    ',',
    ';',
    '\t',
    '"',
    '""',
    'NaN',
    '1,5',
    '1.5',
    '-1',
    '1e400',
    '1e-7',
    'cpu_user',
    'outstanding',
  ],
  ...[
    `${'1,2,3,4\n'.repeat(300)}`,
    `${'"'.repeat(300)}`,
    ',,,,',
    '0x1',
    '۱',
    '=cmd()',
    '\ufeff',
    '\u0000',
    '-0',
    '+1',
  ],
  ...attackTexts,
];

const manifest = `instance_groups:
- name: api
  instances: 9
  vm_type: small-highmem
  jobs:
  - name: cloud_controller_ng
    release: capi
    properties:
      cc:
        puma: {workers: 3, max_threads: 13}
        experimental: {use_puma_webserver: true}
        db: &db {max_connections: 26}
releases:
- {name: capi, version: 1.196.0}
`;
const thinOps = `- type: replace
  path: /instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/experimental?/thin_server?/thread_pool_size
  value: 20
- type: replace
  path: /instance_groups/name=api/instances
  value: 20
`;
const heatConf = `[DEFAULT]
num_engine_workers = 8
rpc_response_timeout = 120
[database]
max_pool_size = 16
max_overflow = 0
[heat_api]
workers = 4
`;

/** What the calculator writes itself and what others write, in every form it reads. */
function textsToImport(calculator: Calculator): readonly string[] {
  const [preset] = calculator.presets;
  if (!preset) return [];
  const { plan, selected } = planOf(calculator, preset);
  return [
    ...calculator
      .exports(plan, selected, { link: '#x' })
      .flatMap(({ content }) => (content.kind === 'refused' ? [] : [renderExport(content).text])),
    manifest,
    thinOps,
    heatConf,
  ];
}

/** Files of the user, read into a plan. */
export async function importTarget(calculator: Calculator): Promise<FuzzTarget> {
  const importer = await calculator.importText?.();
  const [preset] = calculator.presets;
  if (!importer || !preset) throw new Error(`${calculator.id} reads no files`);
  const request = planOf(calculator, preset);
  const { params } = calculator;
  return {
    arbitrary: fc.oneof(
      { weight: 9, arbitrary: mutatedText(textsToImport(calculator), yamlPieces) },
      { weight: 1, arbitrary: arbitraryBytes() },
    ),
    run: (text) => {
      const result = importer.read(text, request);
      return () => {
        claimPrototypeUnharmed();
        for (const [name, value] of Object.entries(result.inputs)) {
          const param = params.find((p) => p.name === name);
          claim(param !== undefined && checkValue(param, value).ok, `${name} set to ${String(value)}`);
        }
        const hasInputs = Object.keys(result.inputs).length > 0;
        claim(!hasErrors(result) || !hasInputs, 'an error, and fields to set all the same');
        const isSilent =
          result.found.length + result.problems.length + result.unused.length + result.needs.length === 0;
        claim(!isSilent || !/[a-z]\s*[:=]\s*\w/i.test(text) || result.kind !== null, 'not a word on a text');
        claimFinite(result.inputs, 'inputs');
      };
    },
  };
}

/** Texts attached to a study: read, answered or complained about, never with a number that is none. */
async function attachmentTarget(
  id: string,
  view: string,
  attachment: string,
  pieces: readonly string[],
): Promise<FuzzTarget> {
  const calculator = calculators.find((c) => c.id === id);
  const [preset] = calculator?.presets ?? [];
  const study = await calculator?.study(view);
  const sample = calculator?.views
    .find((v) => v.id === view)
    ?.attachments.find((a) => a.id === attachment)?.sample;
  if (!calculator || !preset || !study || !sample) throw new Error(`no ${view} in ${id}`);
  const { plan, selected } = planOf(calculator, preset);
  return {
    arbitrary: fc.oneof(
      { weight: 9, arbitrary: mutatedText([sample], pieces) },
      { weight: 1, arbitrary: arbitraryBytes() },
    ),
    run: (text) => {
      const shown = study.evaluate(plan, selected, { [attachment]: text });
      return () => {
        claimPrototypeUnharmed();
        claim(shown !== null && shown.verdict.headline !== '', 'no answer');
        claimFinite([shown.verdict, shown.findings, shown.hints, shown.marks ?? []], view);
      };
    },
  };
}

export const samplesTarget = () => attachmentTarget('cloud-controller', 'fine-tune', 'samples', csvPieces);
export const requestsTarget = () => attachmentTarget('cloud-controller', 'load', 'requests', csvPieces);
export const templateTarget = () => attachmentTarget('heat', 'template', 'template', yamlPieces);
