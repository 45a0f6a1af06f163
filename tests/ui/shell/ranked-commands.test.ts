import { describe, expect, it } from 'vitest';
import { type Command, rankedCommands } from '../../../src/ui/shell/ranked-commands.ts';

function command(id: string, label: string, detail?: string): Command {
  return { id, label, group: 'Group', onRun: () => {}, ...(detail === undefined ? {} : { detail }) };
}

const ids = (commands: readonly Command[], sought: string, recent: readonly string[] = []) =>
  rankedCommands(commands, sought, recent).map((r) => r.command.id);

describe('rankedCommands', () => {
  const views = [
    command('if cc', 'What if', 'Cloud Controller'),
    command('if heat', 'What if', 'Heat orchestration'),
    command('wait', 'Worker wait', 'Cloud Controller'),
  ];

  it('keeps the order given while nothing is typed, but for those used before', () => {
    expect(ids(views, '')).toEqual(['if cc', 'if heat', 'wait']);
    expect(ids(views, ' ', ['wait', 'if heat'])).toEqual(['wait', 'if heat', 'if cc']);
  });

  it('shows a label that fits better before one that was used before', () => {
    expect(ids(views, 'what', ['wait'])).toEqual(['if cc', 'if heat']);
  });

  it('shows a label that begins with what is typed before one that has it further on', () => {
    expect(ids([command('open', 'Open a file'), command('file', 'File')], 'file')).toEqual(['file', 'open']);
  });

  it('shows what was used before first among those that fit as well', () => {
    expect(ids(views, 'what if', ['if heat'])).toEqual(['if heat', 'if cc']);
  });

  it('leaves letters out only where no command has them all', () => {
    const labels = [command('thread', 'Threads'), command('the', 'Add the rest'), command('tpw', 'To per w')];
    expect(ids(labels, 'thr')).toEqual(['thread']);
    expect(ids(labels, 'tpw')).toEqual(['tpw']);
  });

  it('tells commands of one name apart by what stands beside them', () => {
    expect(ids(views, 'what heat')).toEqual(['if heat']);
  });

  it('forgets a recent command that is no longer there', () => {
    expect(ids(views, '', ['gone'])).toEqual(['if cc', 'if heat', 'wait']);
  });
});
