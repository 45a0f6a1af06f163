import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { documentsFor, fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { rolloutFor } from './rollout-for.ts';

const grown = { ...fleets.profile3, vms: 22 };
const last = 'Watch for at least one busy day, then fine-tune.';
const check =
  'Check that every VM runs Puma: cc_puma_worker_count is 4 on each (capi-release 1.167 and later).';
const goOn = 'Go through the checks below. Go on only when all of them hold.';

async function partsFor(shared: Inputs, option?: Inputs) {
  const [document] = (await rolloutFor(shared, option)).exports;
  if (document?.content.kind !== 'text') throw new Error('There is no runbook.');
  return document.content.text.trimEnd().split('\n\n## ');
}

/** What the runbook says before its first section. */
const headFor = async (shared: Inputs = {}) => (await partsFor(shared))[0];

/** The sections of the runbook by their titles, as lines. */
async function sectionsFor(
  shared: Inputs = {},
  option?: Inputs,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [, ...sections] = await partsFor(shared, option);
  const lines = sections.map((section) => {
    const [title = '', , ...rest] = section.split('\n');
    return [title, rest] as const;
  });
  return Object.fromEntries(lines);
}

const labelsFor = (option: Inputs) => documentsFor(option).map(({ label }) => label);

describe('rolloutRunbook', () => {
  it('is a Markdown file of the selected option with a section for each thing to do', async () => {
    const [document] = (await rolloutFor()).exports;
    expect(document).toMatchObject({
      id: 'rollout',
      label: 'Rollout',
      filename: 'plimsoll-b-rollout.md',
      content: { kind: 'text', language: 'markdown' },
    });
    expect(await headFor()).toBe(
      '# Rollout: option B, New\n\nFrom 20 Thin VMs to 9 Puma VMs. At the lowest point 380 of 400 requests have a thread. It may take 3 h 46 min.',
    );
    expect(Object.keys(await sectionsFor())).toEqual([
      'Before',
      'Steps',
      'What each step leaves and takes',
      'Checks after each deploy',
      'Way back',
    ]);
  });

  it('says one request as one', async () => {
    expect(await headFor(peak(1))).toContain('of 1 request has a thread.');
  });

  it('asks for room for both deploys before it starts', async () => {
    expect((await sectionsFor()).Before).toEqual([
      '- [ ] The cloud config has the VM type api-4cpu-16gb: 4 vCPU, 16 GiB.',
      '- [ ] The quota has room for 80 vCPU and 320 GiB while 20 VMs run Puma.',
      '- [ ] The database has room for up to 1,460 connections.',
    ]);
    expect((await sectionsFor({ rolloutBridge: 1 })).Before?.[1]).toMatch(/ while 1 VM runs Puma\.$/);
    // In a single deploy: nine of profile 3, 657 connections.
    expect((await sectionsFor({ rolloutBridge: 9 })).Before?.slice(1)).toEqual([
      '- [ ] The quota has room for 36 vCPU and 144 GiB.',
      '- [ ] The database has room for up to 657 connections.',
    ]);
  });

  it('says which number of instances to set for the time in between, where no file has it', async () => {
    const note = async (bridge: number, option?: Inputs) =>
      (await sectionsFor({ rolloutBridge: bridge }, option)).Before?.slice(3);
    expect(await note(12)).toEqual([
      '- [ ] The ops file "1 Puma on" leaves the number of instances alone: set it to 12 for the time in between.',
    ]);
    expect(await note(21, grown)).toEqual([
      '- [ ] The ops file "Puma on" asks for 22 VMs: set it to 21 for the time in between.',
    ]);
    expect(await note(22, grown)).toEqual([]);
    expect(await note(22, { ...fleets.profile3, vms: 20 })).toEqual([
      '- [ ] The ops file "Puma on" asks for 20 VMs: set it to 22 for the time in between.',
    ]);
  });

  it('goes by the ops files there are: two where the fleet shrinks, one where it does not', async () => {
    expect(labelsFor(fleets.profile3plus1)).toEqual(expect.arrayContaining(['1 Puma on', '2 Scale in']));
    expect((await sectionsFor()).Steps).toEqual([
      '1. Deploy the ops file "1 Puma on" with 20 VMs.',
      `2. ${check}`,
      `3. ${goOn}`,
      '4. Deploy "1 Puma on" and "2 Scale in" together: 9 VMs stay.',
      '5. Go through the checks again.',
      `6. ${last}`,
    ]);
    expect(labelsFor(grown)).toContain('Puma on');
    expect((await sectionsFor({}, grown)).Steps).toEqual([
      '1. Deploy the ops file "Puma on".',
      `2. ${check}`,
      `3. ${last}`,
    ]);
    expect((await sectionsFor({ rolloutBridge: 21 }, grown)).Steps).toEqual([
      '1. Deploy 21 VMs, still on Thin.',
      '2. Deploy the ops file "Puma on" with 21 VMs.',
      `3. ${check}`,
      `4. ${goOn}`,
      '5. Deploy the ops file "Puma on" with 22 VMs.',
      '6. Go through the checks again.',
      `7. ${last}`,
    ]);
  });

  it('says one VM as one where a single VM stays', async () => {
    const { Steps } = await sectionsFor({}, { vcpusPerVm: 64, vms: 1, threadsPerWorker: 10 });
    expect(Steps).toContain('4. Deploy "1 Puma on" and "2 Scale in" together: 1 VM stays.');
  });

  it('ends with the bridge where that is what stays', async () => {
    expect((await sectionsFor({ rolloutBridge: 22 }, grown)).Steps).toEqual([
      '1. Deploy 22 VMs, still on Thin.',
      '2. Deploy the ops file "Puma on" with 22 VMs.',
      `3. ${check}`,
      `4. ${goOn}`,
      `5. ${last}`,
    ]);
  });

  it.each([
    // The step that scales in: the fourth, the fifth behind one that adds Thin VMs, the only one of a single deploy.
    [{}, 4],
    [{ rolloutBridge: 21 }, 5],
    [{ rolloutBridge: 9 }, 1],
  ])('goes back with %o by undoing step %d first', async (shared, step) => {
    const sections = await sectionsFor(shared);
    expect(sections.Steps?.[step - 1]).toMatch(/"2 Scale in" together/);
    expect(sections['Way back']).toEqual([
      `1. If step ${step} has run: scale out to 20 VMs first, still on Puma.`,
      '2. Deploy the ops file "Rollback" in place of the others.',
    ]);
  });

  it('has a row for every step with what is short in it', async () => {
    expect((await sectionsFor())['What each step leaves and takes']).toEqual([
      '| Deploy | Step | Lowest capacity | vCPU | GiB | DB connections | Minutes, at most |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
      '| Before | Today | 400 | 20 | 80 | 540 | 0 |',
      '| Puma on | Canary to Puma | 380 (20 short) | 23 | 92 | 586 | 11 |',
      // One on Puma, 18 on Thin, one being rebuilt: 52 + 18 × 20. In the end all 20 take what Puma takes.
      '| Puma on | Others to Puma, 1 at a time | 412 | 80 | 320 | 1,460 | 209 |',
      '| Scale in | 11 surplus Puma VMs deleted | 468 | 80 | 320 | 1,460 | 6 |',
    ]);
  });
});
