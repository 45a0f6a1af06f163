import { describe, expect, it } from 'vitest';
import { server, templateOf } from './template-texts.ts';
import { findingIn, viewOf } from './view-of.ts';

describe('findings of the template study', () => {
  it('notes a key that is defined twice, with its place', () => {
    const template = `${templateOf(1, server)}  r0:\n    type: ${server}\n`;
    expect(findingIn(viewOf('template', undefined, { template }), 'template-note-1')).toMatchObject({
      severity: 'note',
      title: 'Line 5, column 3: "r0" is defined twice; Heat takes the last one.',
    });
  });

  it('cautions about a parameter of the environment that the template does not have', () => {
    const view = viewOf('template', undefined, {
      template: templateOf(1, server),
      parameters: 'parameters:\n  size: 3\n',
    });
    expect(findingIn(view, 'parameter-problem-1')).toMatchObject({
      severity: 'caution',
      title: expect.stringMatching(/^parameters, line 2, column 3: .*"size"/),
    });
  });

  it('asks for seconds of what takes time, not of a group whose members have theirs', () => {
    const template =
      'heat_template_version: 2018-08-31\nresources:\n  g:\n    type: OS::Heat::ResourceGroup\n' +
      `    properties: {count: 4, resource_def: {type: "${server}"}}\n`;
    const assumed = (durations: string) =>
      findingIn(viewOf('template', undefined, { template, durations }), 'template-durations');
    expect(assumed('')?.severity).toBe('note');
    expect(assumed(`${server}: 20`)).toBeUndefined();
  });
});
