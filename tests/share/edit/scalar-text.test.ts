import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlScalar } from '../../../src/share/edit/scalar-text.ts';
import { editedFile, editedText, ops, settings } from './edited-text.ts';

describe('yamlScalar', () => {
  it.each([[4], [-1], [26_250], [true], [false]])('writes %s as it is', (value) => {
    expect(yamlScalar(value)).toBe(String(value));
  });

  it.each(['api-4cpu-16gb', 'small', 'a.b/c_d', 'yesterday', 'none'])('writes the name %s bare', (value) => {
    expect(yamlScalar(value)).toBe(value);
  });

  // Bare, these are a switch, a number, a time, nothing, a map, a comment or not YAML: YAML 1.1, the types of tags.
  it.each([
    ...['y', 'N', 'yes', 'no', 'On', 'off', 'true', 'FALSE', 'null', '', '~'],
    ...['1', '0x1f', '1e3', '12:30', '1_000', '.5', '-a', '2001-12-14'],
    ...['a: b', 'a #b', 'a b', 'a"b', 'a\\b', 'a\nb', '((vm_type))', '{{ x }}', '*a', '&a', '!a', 'größe'],
  ])('writes the text %j in quotes, and it reads back as text', (value) => {
    expect(yamlScalar(value)).toBe(JSON.stringify(value));
    for (const version of ['1.1', '1.2'] as const) expect(parse(yamlScalar(value), { version })).toBe(value);
  });
});

describe('editInPlace of a single value', () => {
  const path = '/instance_groups/name=api/vm_type';
  const operation = (value: string) => `- type: replace\n  path: ${path}\n  value: ${value}\n`;
  const wanted = ops([{ path, value: 'large' }]);

  it.each(['large', '"large"', "'large'"])('leaves a name alone that stands there as %s', (value) => {
    expect(editedFile(operation(value), wanted)).toMatchObject({ text: operation(value), changed: [] });
  });

  it('replaces another name', () => {
    expect(editedText(operation('"small"  # ours'), wanted)).toBe(operation('large  # ours'));
  });

  it('leaves a name with a tag to the user, also where it looks the same', () => {
    expect(editedFile(operation('!vault large'), wanted)).toMatchObject({
      text: operation('!vault large'),
      byHand: [{ path, value: 'large' }],
    });
  });

  // Ansible and oslo.config read yes, true and on as the same switch, no, false and off as the other.
  const convergence = (value: boolean) => settings([{ key: 'heat_convergence_engine', value }]);
  const line = (value: string) => `heat_convergence_engine: ${value}\n`;

  it.each([
    ['no', true],
    ['off', true],
    ['False', true],
    ['yes', false],
    ['on', false],
    ['"true"', true],
    ['maybe', true],
  ])('replaces %s where the switch is to be %s', (there, value) => {
    expect(editedText(line(there), convergence(value))).toBe(line(String(value)));
  });

  it.each([
    ['yes', true],
    ['On', true],
    ['TRUE', true],
    ['no', false],
    ['off', false],
  ])('leaves %s alone where the switch is to be %s', (there, value) => {
    expect(editedText(line(there), convergence(value))).toBe(line(there));
  });
});
